'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { en } from './en';
import type { Language } from './language';
import { type Messages, zh } from './zh';

const LanguageContext = createContext<Language>('zh');

export function MessagesProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
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
