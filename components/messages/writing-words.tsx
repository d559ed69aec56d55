'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, use } from 'react';
import type { Language } from './language';
import { findWritingMessages } from './loaded-writing-messages';
import { useLanguage } from './messages-provider';
import type { Messages } from './zh';

const load = {
  zh: () => import('./writing-in-chinese').then((module) => module.WritingInChinese),
  en: () => import('./writing-in-english').then((module) => module.WritingInEnglish),
};
const InChinese = dynamic(load.zh);
const InEnglish = dynamic(load.en);

/**
 * Around the pages on which the report is written or material for it is told of: the words for it, in the chosen language, are
 * fetched with the page.
 */
export function WritingWords({ children }: { children: ReactNode }) {
  return useLanguage() === 'zh' ? <InChinese>{children}</InChinese> : <InEnglish>{children}</InEnglish>;
}

/** The words of every page and those of writing. Outside `WritingWords` they are fetched now, and what asks waits for them. */
export function useWritingMessages(): Messages {
  const language = useLanguage();
  // Who once waited is drawn again, and has to ask again: React takes hooks that come and go for a fault, and it is one.
  const asked = onTheWay.get(language);
  return asked ? use(asked) : (findWritingMessages(language) ?? use(fetched(language)));
}

const onTheWay = new Map<Language, Promise<Messages>>();

/** One promise for a language, since what waits asks again when it is woken. */
function fetched(language: Language): Promise<Messages> {
  const words = onTheWay.get(language) ?? load[language]().then(() => findWritingMessages(language) as Messages);
  onTheWay.set(language, words);
  return words;
}
