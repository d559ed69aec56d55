'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { lateWords } from './late-words';
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

const useWordsIn = lateWords(load, findWritingMessages);

/** The words of every page and those of writing. Outside `WritingWords` they are fetched now, and what asks waits for them. */
export function useWritingMessages(): Messages {
  return useWordsIn(useLanguage());
}
