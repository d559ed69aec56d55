import type { Language } from './language';
import type { EveryPageMessages } from './zh';

const loaded = new Map<Language, EveryPageMessages>();

/** Called by the module of a language, which a page loads only when it is the chosen one. */
export function addMessages(language: Language, words: EveryPageMessages): void {
  loaded.set(language, words);
}

/**
 * The words that every page brings.
 *
 * @throws Error for another language than the one around the page (`useLanguage`)
 */
export function messagesIn(language: Language): EveryPageMessages {
  const messages = loaded.get(language);
  if (!messages) throw new Error(`the words of ${language} are not loaded`);
  return messages;
}
