'use client';

import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Notice } from '../../ui/notice';

/** Reminds who finalises of suggestions nobody decided on; it stops nothing. */
export function OpenSuggestions({ page }: { page: ReportPage }) {
  const { editor, report } = useWritingMessages();
  const open = page.suggestions.filter((one) => one.decision === null);
  if (open.length === 0) return null;
  const lines = [...new Set(open.map((one) => editor.finalise.line(report.textLabels[one.key], one.writtenBy)))];
  return (
    <Notice tone="confirm" title={editor.finalise.open(open.length)}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
