'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ContributionLine } from '@/server/queries/contributions';
import type { ReportPage } from '@/server/queries/report';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import type { Answer } from '../../shell/answer';
import { BeingAsked } from '../../shell/being-asked';
import { Pager } from '../../shell/pager';
import type { useAct } from '../../shell/use-act';
import { useTRPC } from '../../trpc-queries';
import { Icon } from '../../ui/icon';
import { keyOf } from '../report-key';
import { useMaterial } from './material-context';
import { RequestRow } from './request-row';

interface Rows {
  page: ReportPage;
  act: ReturnType<typeof useAct>;
  onAnswer: (answer: Answer) => void;
}

/** Requests to units: answers first, then whom one waits for, by name. Withdrawn ones are a number. */
export function RequestList(own: Rows) {
  const { common, material } = useWritingMessages();
  const words = material.panel;
  const { answers, answered, waiting, overdue, withdrawn } = useMaterial();
  const [isOpen, setIsOpen] = useState(false);
  const live = answered + waiting.count;
  return (
    <>
      {live === 0 ? <p className="text-body text-muted">{words.none}</p> : <p className="text-body">{words.count(answered, live)}</p>}
      {overdue.count > 0 && (
        <p className="text-body leading-6 text-confirm">
          <Icon name="late" className="mr-1" />
          {words.overdue(overdue.count, namesInWords(overdue, common))}
        </p>
      )}
      {answered > answers.length ? <LinePages {...own} of="answered" first={answers} /> : <Lines {...own} lines={answers} />}
      {waiting.count > 0 && (
        <details className="pt-1" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary className="min-h-7 cursor-pointer text-body text-act">{words.waiting(namesInWords(waiting, common))}</summary>
          {isOpen && <LinePages {...own} of="waiting" />}
        </details>
      )}
      {withdrawn > 0 && <p className="pt-1 text-note text-muted">{words.withdrawnOnes(withdrawn)}</p>}
    </>
  );
}

function Lines({ lines, ...own }: Rows & { lines: readonly ContributionLine[] }) {
  return (
    <ul className="divide-y divide-hairline">
      {lines.map((line) => (
        <RequestRow key={line.id} line={line} {...own} />
      ))}
    </ul>
  );
}

/** Page by page, asked for when it is wanted. @param first the first page, where the report's page brought it */
function LinePages({ of, first, ...own }: Rows & { of: 'answered' | 'waiting'; first?: readonly ContributionLine[] }) {
  const words = useWritingMessages().material.panel;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const material = useMaterial();
  const [at, setAt] = useState(1);
  // The report's page is drawn anew after every act, and what was asked for beside it is as old as it was.
  useEffect(() => {
    if (material) void queries.invalidateQueries(trpc.contribution.linesOfReport.pathFilter());
  }, [material, queries, trpc]);
  const isFirst = first !== undefined && at === 1;
  const query = useQuery({
    ...trpc.contribution.linesOfReport.queryOptions({ ...keyOf(own.page), of, page: at }),
    enabled: !isFirst,
    placeholderData: (before) => before,
  });
  const lines = isFirst ? first : (query.data?.lines ?? []);
  const count = of === 'answered' ? material.answered : material.waiting.count;
  return (
    <>
      {!isFirst && <BeingAsked query={query} />}
      <Lines {...own} lines={lines} />
      <Pager of={words.requests} at={{ page: at, pages: Math.ceil(count / material.perPage) }} onGo={setAt} />
    </>
  );
}
