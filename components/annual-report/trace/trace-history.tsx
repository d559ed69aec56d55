'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { answerOf } from '../../shell/answer';
import { useTRPC } from '../../trpc-queries';
import { momentText } from '../../ui/moment';

/** Every keystroke and correction of one cell of a filing, asked for when it is opened. */
export function TraceHistory({ filingId, cell, of }: { filingId: string; cell: CellId; of: string }) {
  const { report, common, slipMarks } = useWritingMessages();
  const language = useLanguage();
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useQuery({ ...trpc.filing.cellHistory.queryOptions({ filingId, cell }), enabled: isOpen });
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6 w-fit cursor-pointer text-act">
        {report.traceHistory}
        <span className="sr-only">{` ${of}`}</span>
      </summary>
      {isOpen && !data && !error && <p role="status">{common.loading}</p>}
      {error && <p role="alert">{answerOf(error, language).text}</p>}
      {data && data.changes.length === 0 && <p className="text-muted">{report.traceHistoryNone}</p>}
      {data && data.changes.length > 0 && (
        <ol className="border-l-2 border-hairline pl-2">
          {data.changes.map((change) => (
            <li key={`${change.at} ${change.after}`}>
              <span className="font-serif break-all">{report.traceChange(change.before ?? '', change.after)}</span>
              <span className="text-muted">
                {' · '}
                {change.slip && `${slipMarks.inTrace(change.slip.year, change.slip.number)} · `}
                {change.by} · {momentText(change.at)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
