'use client';

import { useRouter } from 'next/navigation';
import { useTRPCClient } from '../trpc-client';
import { type DoneBefore, rememberDone } from './done-before';

/** After a decision: on to the next submission of the queue, or back to the list when that was the last or the queue cannot be asked. */
export function useNextFiling() {
  const router = useRouter();
  const client = useTRPCClient();
  return async (doneFilingId: string, done: DoneBefore): Promise<void> => {
    rememberDone(done);
    const place = await client.review.place.query({ filingId: doneFilingId }).catch(() => null);
    router.push(place?.next ? `/review/${place.next}` : '/review');
  };
}
