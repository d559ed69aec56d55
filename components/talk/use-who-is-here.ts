'use client';

import { useEffect, useState } from 'react';
import { whileSeen } from '../shell/while-seen';
import { useTRPCClient } from '../trpc-client';

/** As often as others hear of somebody who stays (`server/presence`). */
const everyMs = 15_000;

/** Names of the others who have this filing open in the same room; asking is being there, as long as the page is looked at. */
export function useWhoIsHere(room: 'review' | 'form', filingId: string): readonly string[] {
  const client = useTRPCClient();
  const [others, setOthers] = useState<readonly string[]>([]);
  useEffect(() => {
    const end = whileSeen({
      ask: () => client.presence.here.query({ room, filingId }),
      onAnswer: (names) => setOthers((before) => (before.join() === names.join() ? before : names)),
      everyMs,
      isAtOnce: true,
    });
    return () => {
      end();
      // Untold, it is over by itself a little later.
      void client.presence.here.query({ room, filingId, leaves: true }).catch(() => {});
    };
  }, [client, room, filingId]);
  return others;
}
