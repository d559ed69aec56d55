'use client';

import type { ReactNode } from 'react';
import { addMessages } from './loaded-messages';
import { writing } from './zh/writing';

addMessages('zh', writing);

/** What stands around a page that says them. */
export function WritingInChinese({ children }: { children: ReactNode }) {
  return children;
}
