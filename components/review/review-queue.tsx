'use client';

import { useMemo, useRef, useState } from 'react';
import type { ExceptionItem, Queue, QueueItem } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { BulkApproval } from './bulk-approval';
import { DoneNotice } from './done-notice';
import { ExceptionList } from './exception-list';
import { PracticeQueue } from './practice-queue';
import { QueueTable } from './queue-table';
import { useRowKeys } from './use-row-keys';

/** What waits for a reviewer. `isReviewer` false: somebody whose posts review nothing has come here by address. */
export function ReviewQueue({
  submissions,
  exceptions,
  practice,
  isReviewer,
}: {
  submissions: readonly QueueItem[];
  exceptions: readonly ExceptionItem[];
  practice: Queue;
  isReviewer: boolean;
}) {
  const { review } = useWritingMessages();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (filingId: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, filingId] : [...before].filter((id) => id !== filingId)));
  const rows = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => {
    const move = (by: 1 | -1) => {
      const links = [...(rows.current?.querySelectorAll<HTMLElement>('[data-queue-link]') ?? [])];
      const here = links.indexOf(document.activeElement as HTMLElement);
      const to = here < 0 ? 0 : Math.min(Math.max(here + by, 0), links.length - 1);
      links[to]?.focus();
    };
    return { next: () => move(1), previous: () => move(-1) };
  }, []);
  useRowKeys(keys);
  return (
    <>
      <PageHead title={review.title} context={isReviewer ? review.context : undefined} />
      <DoneNotice />
      {isReviewer ? (
        <div className="flex flex-col gap-4">
          {exceptions.length > 0 && <ExceptionList exceptions={exceptions} />}
          <BulkApproval submissions={submissions} chosen={chosen} onChosen={setChosen} />
          {submissions.length > 0 ? (
            <Sheet
              title={review.counted(review.queueTitle, submissions.length)}
              actions={<span className="text-[13px] text-muted">{review.keys}</span>}
            >
              <div ref={rows} className="relative overflow-x-auto">
                <QueueTable submissions={submissions} chosen={chosen} onChoose={choose} />
              </div>
            </Sheet>
          ) : (
            <EmptyState title={review.queueEmpty}>{review.queueEmptyHint}</EmptyState>
          )}
          <PracticeQueue practice={practice} />
        </div>
      ) : (
        <EmptyState title={review.queueEmpty}>{review.notYours}</EmptyState>
      )}
    </>
  );
}
