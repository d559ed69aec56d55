'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { en } from './en';
import type { Language } from './language';
import { type Messages, zh } from './zh';

const LanguageContext = createContext<Language>('zh');
const LargeTextContext = createContext(false);

export function MessagesProvider({
  language,
  isLargeText = false,
  children,
}: {
  language: Language;
  isLargeText?: boolean;
  children: ReactNode;
}) {
  return (
    <LanguageContext value={language}>
      <LargeTextContext value={isLargeText}>{children}</LargeTextContext>
    </LanguageContext>
  );
}

/** Whether this browser has asked for large type. */
export function useIsLargeText(): boolean {
  return useContext(LargeTextContext);
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of the screen in the chosen language. */
export function useMessages(): Messages {
  return messagesIn(useLanguage());
}

export function messagesIn(language: Language): Messages {
  return language === 'zh' ? zh : en;
}
