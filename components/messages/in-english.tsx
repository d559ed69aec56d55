'use client';

import type { ReactNode } from 'react';
import { en } from './en';
import { LanguageContext } from './language-context';
import { addMessages } from './loaded-messages';

addMessages('en', en);

/** A page in English, and the words for it. */
export function InEnglish({ children }: { children: ReactNode }) {
  return <LanguageContext value="en">{children}</LanguageContext>;
}
