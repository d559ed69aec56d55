import { cookies } from 'next/headers';
import { en } from './en';
import { isLanguage, type Language, languageCookie } from './language';
import { largeText, textSizeCookie } from './text-size';
import { type AllMessages, zh } from './zh';

/** The language chosen on this computer; Chinese until somebody chooses. Server side. */
export async function chosenLanguage(): Promise<Language> {
  const value = (await cookies()).get(languageCookie)?.value;
  return isLanguage(value) ? value : 'zh';
}

/** The words of the screen, for what the server writes itself: titles of pages, pages without a client part. */
export async function chosenMessages(): Promise<AllMessages> {
  return (await chosenLanguage()) === 'zh' ? zh : en;
}

/** Whether this browser has asked for large type. Server side, so that no page is drawn twice. */
export async function isLargeTextChosen(): Promise<boolean> {
  return (await cookies()).get(textSizeCookie)?.value === largeText;
}
