import type { Language } from './language';
import { messagesIn } from './loaded-messages';
import type { DoorMessages, EveryPageMessages } from './zh';

const loaded = new Map<Language, DoorMessages>();

/** Called by the module of a language that only the pages of the doors load. */
export function addDoorMessages(language: Language, words: DoorMessages): void {
  loaded.set(language, words);
}

/** The words of every page and those of the doors, once these are here. */
export function findDoorMessages(language: Language): (EveryPageMessages & DoorMessages) | undefined {
  const words = loaded.get(language);
  return words && { ...messagesIn(language), ...words };
}
