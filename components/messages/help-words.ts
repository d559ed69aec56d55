import { help as en } from './en/help';
import type { HelpMessages } from './help-text';
import type { Language } from './language';
import { help as zh } from './zh/help';

/** The help pages in the chosen language. Server side: a component that runs in a browser would bring all of both along. */
export function helpIn(language: Language): HelpMessages {
  return language === 'zh' ? zh : en;
}
