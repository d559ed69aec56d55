'use client';

import { useState } from 'react';
import type { Page } from '@/server/domain/paging';
import type { QueueItem } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { BulkDialog } from './bulk-dialog';
import { BulkOfAll } from './bulk-of-all';
import type { QueueAsked } from './queue-address';

/**
 * Clean submissions are chosen here and approved together, after their list has been shown: those of the page, or those of all pages, which
 * the server lists first.
 */
export function BulkApproval({
  submissions,
  page: { pages },
  asked: filter,
  chosen,
  onChosen,
}: {
  /** Of this page. */
  submissions: readonly QueueItem[];
  page: Page;
  asked: QueueAsked;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}) {
  const { bulk } = useWritingMessages().review;
  const [asked, setAsked] = useState<readonly QueueItem[] | null>(null);
  const clean = submissions.filter((item) => item.isClean);
  const items = submissions.filter((item) => (item.isClean || item.isExplainedOnly) && chosen.has(item.filingId));
  const mayAny = submissions.some((item) => item.isClean || item.isExplainedOnly);
  return (
    <>
      {(mayAny || pages > 1) && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {clean.length > 0 && (
            <label className="flex min-h-9 items-center gap-2 text-body">
              <input
                type="checkbox"
                checked={clean.every((item) => chosen.has(item.filingId))}
                onChange={(event) => onChosen(withAll(chosen, clean, event.target.checked))}
                className="size-6 accent-act"
              />
              {pages > 1 ? bulk.chooseAllHere(clean.length) : bulk.chooseAll(clean.length)}
            </label>
          )}
          {mayAny && (
            <Button look="primary" disabled={items.length === 0} onClick={() => setAsked(items)}>
              {bulk.act(items.length)}
            </Button>
          )}
          {pages > 1 && <BulkOfAll asked={filter} />}
        </div>
      )}
      {asked && (
        <BulkDialog
          items={asked}
          onClose={() => {
            setAsked(null);
            onChosen(new Set());
          }}
        />
      )}
    </>
  );
}

/** What is chosen besides, one by one, stays as it is. */
export function withAll(chosen: ReadonlySet<string>, items: readonly { filingId: string }[], isChosen: boolean): ReadonlySet<string> {
  const ids = new Set(items.map((item) => item.filingId));
  return isChosen ? new Set([...chosen, ...ids]) : new Set([...chosen].filter((id) => !ids.has(id)));
}
