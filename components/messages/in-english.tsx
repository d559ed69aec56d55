'use client';

import type { ReactNode } from 'react';
import { everyPage } from './en/every-page';
import { LanguageContext } from './language-context';
import { addMessages } from './loaded-messages';

addMessages('en', everyPage);

/** A page in English, and the words for it. */
export function InEnglish({ children }: { children: ReactNode }) {
  return <LanguageContext value="en">{children}</LanguageContext>;
}
