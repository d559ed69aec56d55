'use client';

import { useRouter } from 'next/navigation';
import { useTRPCClient } from '../trpc-client';
import { type DoneBefore, rememberDone } from './done-before';
import { skippedFilings, unskipFiling } from './skipped';

/** After a decision: on to the next submission of the queue, what was skipped last, or back to the list when that was the last or the queue cannot be asked. */
export function useNextFiling() {
  const router = useRouter();
  const client = useTRPCClient();
  return async (doneFilingId: string, done: DoneBefore): Promise<void> => {
    rememberDone(done);
    unskipFiling(doneFilingId);
    const place = await client.review.place.query({ filingId: doneFilingId, skipped: skippedFilings() }).catch(() => null);
    router.push(place?.next ? `/review/${place.next}` : '/review');
  };
}
