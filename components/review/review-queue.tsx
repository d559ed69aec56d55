'use client';

import { useMemo, useRef, useState } from 'react';
import type { Day } from '@/server/domain/periods';
import type { Queue } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { Pager } from '../shell/pager';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { BulkApproval, withAll } from './bulk-approval';
import { DoneNotice } from './done-notice';
import { ExceptionList } from './exception-list';
import { PracticeQueue } from './practice-queue';
import { type QueueAsked, queueAddress } from './queue-address';
import { QueueFilter } from './queue-filter';
import { QueueTable } from './queue-table';
import { useReaders } from './use-readers';
import { useRowKeys } from './use-row-keys';

const none: ReadonlySet<string> = new Set();

/** What waits for a reviewer. `isReviewer` false: somebody whose posts review nothing has come here by address. */
export function ReviewQueue({
  submissions,
  page,
  exceptions,
  exceptionPage,
  practice,
  asked,
  today,
  isReviewer,
}: Queue & { practice: Queue; asked: QueueAsked; today: Day; isReviewer: boolean }) {
  const { review, lists } = useWritingMessages();
  const shown = JSON.stringify([asked, page.page]);
  const [chosenOf, setChosenOf] = useState({ shown, chosen: none });
  // What was chosen on another page, or of other words, is not in sight any more.
  const chosen = chosenOf.shown === shown ? chosenOf.chosen : none;
  const setChosen = (next: ReadonlySet<string>) => setChosenOf({ shown, chosen: next });
  const choose = (filingId: string, isChosen: boolean) => setChosen(withAll(chosen, [{ filingId }], isChosen));
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
  const isNarrowed = asked.search !== '' || asked.kind !== undefined || asked.quarter !== undefined || (asked.only ?? 'all') !== 'all';
  const readers = useReaders(isReviewer);
  const here = queueAddress({ asked, page, exceptionPage, practice });
  return (
    <>
      <PageHead title={review.title} context={isReviewer ? review.context : undefined} />
      <DoneNotice />
      {isReviewer ? (
        <div className="flex flex-col gap-4">
          {(page.of > 1 || isNarrowed) && <QueueFilter asked={asked} found={page.of} />}
          {(exceptions.length > 0 || exceptionPage.pages > 1) && (
            <ExceptionList exceptions={exceptions} page={exceptionPage} name="exceptions" kept={here} />
          )}
          <BulkApproval submissions={submissions} page={page} asked={asked} chosen={chosen} onChosen={setChosen} />
          {submissions.length > 0 && (
            <Sheet title={review.counted(review.queueTitle, page.of)} actions={<span className="text-note text-muted">{review.keys}</span>}>
              <div ref={rows} className="relative overflow-x-auto">
                <QueueTable submissions={submissions} chosen={chosen} onChoose={choose} today={today} readers={readers} />
              </div>
              <Pager at={page} path="/review" kept={here} />
            </Sheet>
          )}
          {submissions.length === 0 && !isNarrowed && <EmptyState title={review.queueEmpty}>{review.queueEmptyHint}</EmptyState>}
          {submissions.length === 0 && isNarrowed && (
            <EmptyState title={asked.search === '' ? review.filter.nothing : lists.nothingFound(asked.search)}>
              {lists.nothingFoundHint}
            </EmptyState>
          )}
          <PracticeQueue practice={practice} kept={here} today={today} />
        </div>
      ) : (
        <EmptyState title={review.queueEmpty}>{review.notYours}</EmptyState>
      )}
    </>
  );
}
