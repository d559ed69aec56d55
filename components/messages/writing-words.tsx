'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useLanguage } from './messages-provider';

const InChinese = dynamic(() => import('./writing-in-chinese').then((module) => module.WritingInChinese));
const InEnglish = dynamic(() => import('./writing-in-english').then((module) => module.WritingInEnglish));

/** Around the pages on which the report is written or material for it is told of: the words for it, in the chosen language. */
export function WritingWords({ children }: { children: ReactNode }) {
  return useLanguage() === 'zh' ? <InChinese>{children}</InChinese> : <InEnglish>{children}</InEnglish>;
}
