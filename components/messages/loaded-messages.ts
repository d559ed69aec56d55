import type { Language } from './language';
import type { Messages } from './zh';

const loaded = new Map<Language, Messages>();

/** Called by the modules of a language, which a page loads only when it is the chosen one; those of some pages add rooms. */
export function addMessages(language: Language, rooms: Partial<Messages>): void {
  loaded.set(language, { ...loaded.get(language), ...rooms } as Messages);
}

/** @throws Error for a language that this page has not loaded */
export function messagesIn(language: Language): Messages {
  const messages = loaded.get(language);
  if (!messages) throw new Error(`the words of ${language} are not loaded`);
  return messages;
}
