'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { lateWords } from './late-words';
import { findDoorMessages } from './loaded-door-messages';
import { useLanguage } from './messages-provider';
import type { DoorMessages, EveryPageMessages } from './zh';

const load = {
  zh: () => import('./doors-in-chinese').then((module) => module.DoorsInChinese),
  en: () => import('./doors-in-english').then((module) => module.DoorsInEnglish),
};
const InChinese = dynamic(load.zh);
const InEnglish = dynamic(load.en);

/** Around the pages of those who are not signed in: the words of the doors, in the chosen language, are fetched with the page. */
export function DoorWords({ children }: { children: ReactNode }) {
  return useLanguage() === 'zh' ? <InChinese>{children}</InChinese> : <InEnglish>{children}</InEnglish>;
}

const useWordsIn = lateWords(load, findDoorMessages);

/** The words of every page and those of the doors. */
export function useDoorMessages(): EveryPageMessages & DoorMessages {
  return useWordsIn(useLanguage());
}
