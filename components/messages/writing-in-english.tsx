'use client';

import type { ReactNode } from 'react';
import { writing } from './en/writing';
import { addWritingMessages } from './loaded-writing-messages';

addWritingMessages('en', writing);

/** What stands around a page that says them. */
export function WritingInEnglish({ children }: { children: ReactNode }) {
  return children;
}
