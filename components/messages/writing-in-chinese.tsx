'use client';

import type { ReactNode } from 'react';
import { addWritingMessages } from './loaded-writing-messages';
import { writing } from './zh/writing';

addWritingMessages('zh', writing);

/** What stands around a page that says them. */
export function WritingInChinese({ children }: { children: ReactNode }) {
  return children;
}
