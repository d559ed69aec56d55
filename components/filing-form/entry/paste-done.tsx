'use client';

import { useEffect } from 'react';
import { useMessages } from '../../messages/messages-provider';
import type { Hidden } from '../paste/plan-paste';

const shownForMs = 8_000;

/** How many cells a paste has written, and what its source hides. */
export interface DonePaste {
  count: number;
  hidden: Hidden | null;
}

/** That a paste has been done, what was left out unseen, and how to undo it; it floats, so that nothing moves, and goes by itself. */
export function PasteDone({ done, onGone }: { done: DonePaste | null; onGone: () => void }) {
  const { paste } = useMessages().clerk;
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(onGone, shownForMs);
    return () => clearTimeout(timer);
  }, [done, onGone]);
  const hidden = done?.hidden ?? { rows: [], columns: [] };
  return (
    <div aria-live="polite" className="pointer-events-none fixed bottom-5 left-1/2 z-40 -translate-x-1/2">
      {done && done.count > 0 && (
        <div className="rounded border border-done/40 bg-done-soft px-4 py-2 text-body text-done shadow-md">
          <p>✓ {paste.done(done.count)}</p>
          {hidden.rows.length > 0 && <p className="text-confirm">！{paste.hiddenRows(hidden.rows)}</p>}
          {hidden.columns.length > 0 && <p className="text-confirm">！{paste.hiddenColumns(hidden.columns)}</p>}
        </div>
      )}
    </div>
  );
}
