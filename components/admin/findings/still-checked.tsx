'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore, useTransition } from 'react';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { askEveryMs, nextAsk, seenAt } from './asking-again';

/** Submissions that the server is looking at just now; the page asks again until there are none. It is read out once, when they are done. */
export function StillChecked({ count }: { count: number }) {
  const { found: words } = useWritingMessages().office;
  const router = useRouter();
  const isSeen = useIsSeen();
  const [isAsking, start] = useTransition();
  const [wasWaiting, setWasWaiting] = useState(false);
  if (count > 0 && !wasWaiting) setWasWaiting(true);
  const [before, setAsks] = useState({ times: 0, fewest: count });
  const asks = seenAt(before, count);
  const next = nextAsk(count, asks, { isSeen, isAsking });
  const { times, fewest } = asks;
  useEffect(() => {
    if (next !== 'ask_soon') return;
    const timer = setTimeout(() => {
      setAsks({ times: times + 1, fewest });
      start(() => router.refresh());
    }, askEveryMs);
    return () => clearTimeout(timer);
  }, [next, times, fewest, router]);
  return (
    <>
      {count > 0 && <span className="block text-note leading-5 text-confirm">{words.left(count)}</span>}
      {next === 'offer' && (
        <Button
          isSmall
          onClick={() => {
            setAsks({ times: 0, fewest: count });
            start(() => router.refresh());
          }}
        >
          {words.lookAgain}
        </Button>
      )}
      <span role="status" className="sr-only">
        {count === 0 && wasWaiting && words.leftNone}
      </span>
    </>
  );
}

function useIsSeen(): boolean {
  return useSyncExternalStore(
    onSeen,
    () => document.visibilityState === 'visible',
    () => false,
  );
}

function onSeen(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
