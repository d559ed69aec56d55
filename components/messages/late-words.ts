import { use } from 'react';
import type { Language } from './language';

/**
 * Words that only some pages bring, for whatever says them: where nothing brought them they are fetched now, and what asks waits for them.
 *
 * @param find what is here already
 * @returns a hook
 */
export function lateWords<W>(load: Record<Language, () => Promise<unknown>>, find: (language: Language) => W | undefined) {
  const onTheWay = new Map<Language, Promise<W>>();
  /** One promise for a language, since what waits asks again when it is woken. */
  const fetched = (language: Language): Promise<W> => {
    const words = onTheWay.get(language) ?? load[language]().then(() => find(language) as W);
    onTheWay.set(language, words);
    return words;
  };
  return function useWordsIn(language: Language): W {
    // Who once waited is drawn again, and has to ask again: React takes hooks that come and go for a fault, and it is one.
    const asked = onTheWay.get(language);
    return asked ? use(asked) : (find(language) ?? use(fetched(language)));
  };
}
