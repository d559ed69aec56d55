'use client';

import { useCallback, useContext, useEffect, useState } from 'react';
import { KeptOwner } from '../ui/kept-owner';

/** A remark that is written but not sent: it goes out with the return. */
export interface DraftRemark {
  key: string;
  /** A cell id, or `text` for the contribution. */
  anchor: string;
  text: string;
}

/**
 * The remarks pinned to one submission, kept in this browser tab so that a reload loses none. Those that were not sent when
 * the clerk recalled it stand on the next one. Nobody else who signs in here is shown them.
 */
export function useDraftRemarks(filingId: string, submissionNumber: number) {
  const owner = useContext(KeptOwner);
  const storageKey = `nianbao-remarks-${owner}-${filingId}-${submissionNumber}`;
  const earlierKey = `nianbao-remarks-${owner}-${filingId}-${submissionNumber - 1}`;
  const [remarks, setRemarks] = useState<readonly DraftRemark[]>([]);
  useEffect(() => {
    const kept = sessionStorage.getItem(storageKey) ?? sessionStorage.getItem(earlierKey);
    setRemarks(kept ? (JSON.parse(kept) as DraftRemark[]) : []);
  }, [storageKey, earlierKey]);
  const keep = useCallback(
    (next: readonly DraftRemark[]) => {
      setRemarks(next);
      sessionStorage.removeItem(earlierKey);
      if (next.length > 0) sessionStorage.setItem(storageKey, JSON.stringify(next));
      else sessionStorage.removeItem(storageKey);
    },
    [storageKey, earlierKey],
  );
  return {
    remarks,
    pin: (anchor: string, text: string) => keep([...remarks, { key: `${anchor} ${remarks.length} ${Date.now()}`, anchor, text }]),
    unpin: (key: string) => keep(remarks.filter((remark) => remark.key !== key)),
    clear: () => keep([]),
  };
}
