import type { Language } from './language';
import type { EveryPageMessages, Messages, WritingMessages } from './zh';

const everyPage = new Map<Language, EveryPageMessages>();
const writing = new Map<Language, WritingMessages>();
const joined = new Map<Language, Messages>();

/** Called by the module of a language, which a page loads only when it is the chosen one. */
export function addMessages(language: Language, words: EveryPageMessages): void {
  everyPage.set(language, words);
}

/** Called by the module of a language that only the pages with the words of writing load. */
export function addWritingMessages(language: Language, words: WritingMessages): void {
  writing.set(language, words);
}

/**
 * The words that every page brings.
 *
 * @throws Error for another language than the one around the page (`useLanguage`)
 */
export function messagesIn(language: Language): EveryPageMessages {
  const messages = everyPage.get(language);
  if (!messages) throw new Error(`the words of ${language} are not loaded`);
  return messages;
}

/** Those and the words of writing, once these are here. */
export function findWritingMessages(language: Language): Messages | undefined {
  const words = writing.get(language);
  if (words && !joined.has(language)) joined.set(language, { ...messagesIn(language), ...words });
  return joined.get(language);
}
