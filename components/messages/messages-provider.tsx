'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from './language';
import { LanguageContext } from './language-context';
import { messagesIn } from './loaded-messages';
import type { EveryPageMessages } from './zh';

const InChinese = dynamic(() => import('./in-chinese').then((module) => module.InChinese));
const InEnglish = dynamic(() => import('./in-english').then((module) => module.InEnglish));
const LargeTextContext = createContext(false);

/** The chosen language around a page. Only its words travel to the browser: the other language is as large again. */
export function MessagesProvider({
  language,
  isLargeText = false,
  children,
}: {
  language: Language;
  isLargeText?: boolean;
  children: ReactNode;
}) {
  const page = <LargeTextContext value={isLargeText}>{children}</LargeTextContext>;
  return language === 'zh' ? <InChinese>{page}</InChinese> : <InEnglish>{page}</InEnglish>;
}

/** Whether this browser has asked for large type. */
export function useIsLargeText(): boolean {
  return useContext(LargeTextContext);
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words that every page brings, in the chosen language. Those of the pages on which the report is written: `useWritingMessages`. */
export function useMessages(): EveryPageMessages {
  return messagesIn(useLanguage());
}

export { messagesIn };
