'use client';

import { useMemo } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import { resolveProse } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { sourcesOf } from '../numbers/prose-of';
import { ParagraphComment } from './comments';
import { TextTalk } from './text-talk';

/** What is said to a text, for somebody who reads it. */
export function ReadTalk({ page, textKey, text }: { page: ReportPage; textKey: ProseKey; text: string }) {
  const print = useMemo(() => {
    const sources = sourcesOf(page);
    return (stored: string) => resolveProse(stored, sources).text;
  }, [page]);
  const mayComment = page.verdicts['report.comment'] === 'allowed';
  return (
    <div className="flex flex-col gap-2 font-sans empty:hidden print:hidden">
      <TextTalk page={page} textKey={textKey} text={text} print={print} isSettled={() => true} onShow={null} />
      {mayComment && text !== '' && <ParagraphComment page={page} textKey={textKey} text={text} print={print} />}
    </div>
  );
}
