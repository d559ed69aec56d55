import type { Metadata } from 'next';
import { chosenMessages } from '@/components/messages/chosen-language';
import type { AllMessages } from '@/components/messages/zh';

/**
 * The title of a page as the browser's tab shows it: of two forms beside each other it says which is which.
 *
 * @param name what the page is called, from the words and from what it loads. Where that cannot be loaded the page itself says why, and the tab
 *   has the program's name
 */
export async function titled(name: (words: AllMessages) => string | Promise<string>): Promise<Metadata> {
  const words = await chosenMessages();
  const said = await Promise.resolve(name(words)).catch(() => null);
  return { title: said === null ? words.common.appName : `${said} · ${words.common.appName}` };
}
