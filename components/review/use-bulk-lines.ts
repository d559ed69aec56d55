'use client';

import { useEffect, useState } from 'react';
import type { Answers } from '@/server/api/root';
import type { QueueItem } from '@/server/queries/review-queue';
import { useTRPCClient } from '../trpc-client';

export type BulkLine = Answers['review']['bulk'][number];

/** What each of some submissions holds; null until it is known, `failed` where it could not be asked. */
export function useBulkLines(items: readonly QueueItem[]): ReadonlyMap<string, BulkLine> | null | 'failed' {
  const client = useTRPCClient();
  const [lines, setLines] = useState<ReadonlyMap<string, BulkLine> | null | 'failed'>(null);
  useEffect(() => {
    let isGone = false;
    client.review.bulk.query({ filingIds: items.map((item) => item.filingId) }).then(
      (all) => !isGone && setLines(new Map(all.map((line) => [line.filingId, line]))),
      () => !isGone && setLines('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [client, items]);
  return lines;
}
