'use client';

import { useEffect, useState } from 'react';
import { useTRPCClient } from '../trpc-client';

/** As often as others hear of somebody who stays (`server/presence`). */
const everyMs = 15_000;

/** Names of the others who have this filing open in the same room; asking is being there, as long as the page is looked at. */
export function useWhoIsHere(room: 'review' | 'form', filingId: string): readonly string[] {
  const client = useTRPCClient();
  const [others, setOthers] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    const ask = () => {
      if (document.visibilityState === 'hidden') return;
      client.presence.here.query({ room, filingId }).then(
        (names) => {
          if (!isGone) setOthers((before) => (before.join() === names.join() ? before : names));
        },
        // No network, or no session: the page says so where it matters.
        () => {},
      );
    };
    const leave = () => void client.presence.here.query({ room, filingId, leaves: true }).catch(() => {});
    ask();
    const timer = setInterval(ask, everyMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
      leave();
    };
  }, [client, room, filingId]);
  return others;
}
