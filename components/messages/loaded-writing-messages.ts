import type { Language } from './language';
import { messagesIn } from './loaded-messages';
import type { Messages, WritingMessages } from './zh';

const loaded = new Map<Language, WritingMessages>();
const joined = new Map<Language, Messages>();

/** Called by the module of a language that only the pages with the words of writing load. */
export function addWritingMessages(language: Language, words: WritingMessages): void {
  loaded.set(language, words);
}

/** The words of every page and those of writing, once these are here. */
export function findWritingMessages(language: Language): Messages | undefined {
  const words = loaded.get(language);
  if (words && !joined.has(language)) joined.set(language, { ...messagesIn(language), ...words });
  return joined.get(language);
}
