'use client';

import { usePathname } from 'next/navigation';
import type { FailedTries } from '@/server/views/failed-tries';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';
import { Notice } from '../ui/notice';
import { useKeptText } from '../ui/use-kept-text';

/** Somebody tried passwords at this person's name. Put away until there is a newer try; the account's page tells it always. */
export function FailedTriesNotice({ tries }: { tries: FailedTries }) {
  const { common } = useMessages();
  const [putAway, putAwayUntil] = useKeptText('failed tries');
  const path = usePathname();
  if (putAway === tries.lastAt || path === '/account') return null;
  return (
    <Notice tone="confirm" className="mb-4 print:hidden">
      {failedTriesInWords(tries, common.failedTries)}
      <Button look="quiet" isSmall className="ml-2" onClick={() => putAwayUntil(tries.lastAt)}>
        {common.understood}
      </Button>
    </Notice>
  );
}

export function failedTriesInWords(
  { since, count, isAtLeast, lastAt, sources }: FailedTries,
  words: (told: { since: string | null; count: number; isAtLeast: boolean; lastAt: string; sources: number }) => string,
): string {
  return words({ since: since && momentText(since), count, isAtLeast, lastAt: momentText(lastAt), sources });
}
