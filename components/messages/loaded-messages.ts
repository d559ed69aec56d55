import type { Language } from './language';
import type { Messages } from './zh';

const loaded = new Map<Language, Messages>();

/** Called by the module of a language, which a page loads only when it is the chosen one. */
export function addMessages(language: Language, messages: Messages): void {
  loaded.set(language, messages);
}

/** @throws Error for a language that this page has not loaded */
export function messagesIn(language: Language): Messages {
  const messages = loaded.get(language);
  if (!messages) throw new Error(`the words of ${language} are not loaded`);
  return messages;
}
