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
    const queue = await client.review.queue.query().catch(() => null);
    const next = queue?.submissions.find((item) => item.filingId !== doneFilingId);
    router.push(next ? `/review/${next.filingId}` : '/review');
  };
}
