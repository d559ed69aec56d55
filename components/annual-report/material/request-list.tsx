'use client';

import type { ContributionLine } from '@/server/queries/contributions';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import type { Answer } from '../../shell/answer';
import type { useAct } from '../../shell/use-act';
import { RequestRow } from './request-row';

/** Requests to units: answers first, then whom one waits for, by name. Withdrawn ones are a number. */
export function RequestList({
  page,
  lines,
  act,
  onAnswer,
}: {
  page: ReportPage;
  lines: readonly ContributionLine[];
  act: ReturnType<typeof useAct>;
  onAnswer: (answer: Answer) => void;
}) {
  const { material, report } = useWritingMessages();
  const words = material.panel;
  const live = lines.filter((line) => line.state !== 'withdrawn');
  const answered = live.filter((line) => line.answeredAt !== null);
  const waiting = live.filter((line) => line.answeredAt === null);
  const overdue = waiting.filter((line) => line.state === 'overdue');
  const names = (of: readonly ContributionLine[]) => [...new Set(of.map((line) => line.unitName))].join(report.comma);
  const withdrawn = lines.length - live.length;
  return (
    <>
      {live.length === 0 ? (
        <p className="text-[15px] text-muted">{words.none}</p>
      ) : (
        <p className="text-[15px]">{words.count(answered.length, live.length)}</p>
      )}
      {overdue.length > 0 && <p className="text-[14px] leading-6 text-confirm">！{words.overdue(overdue.length, names(overdue))}</p>}
      <ul className="divide-y divide-hairline">
        {answered.map((line) => (
          <RequestRow key={line.id} page={page} line={line} act={act} onAnswer={onAnswer} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <details className="pt-1">
          <summary className="min-h-7 cursor-pointer text-[15px] text-act">{words.waiting(names(waiting))}</summary>
          <ul className="divide-y divide-hairline">
            {waiting.map((line) => (
              <RequestRow key={line.id} page={page} line={line} act={act} onAnswer={onAnswer} />
            ))}
          </ul>
        </details>
      )}
      {withdrawn > 0 && <p className="pt-1 text-[13px] text-muted">{words.withdrawnOnes(withdrawn)}</p>}
    </>
  );
}
