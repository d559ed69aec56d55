'use client';

import type { ReactNode } from 'react';
import { LanguageContext } from './language-context';
import { addMessages } from './loaded-messages';
import { everyPage } from './zh/every-page';

addMessages('zh', everyPage);

/** A page in Chinese, and the words for it. */
export function InChinese({ children }: { children: ReactNode }) {
  return <LanguageContext value="zh">{children}</LanguageContext>;
}
