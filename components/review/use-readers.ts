'use client';

import { useEffect, useState } from 'react';
import { whileSeen } from '../shell/while-seen';
import { useTRPCClient } from '../trpc-client';

const everyMs = 20_000;

/** Who reads which submission just now, by filing; asked again while the list is looked at. */
export function useReaders(isAsked: boolean): Readonly<Record<string, readonly string[]>> {
  const client = useTRPCClient();
  const [readers, setReaders] = useState<Readonly<Record<string, readonly string[]>>>({});
  useEffect(() => {
    if (!isAsked) return;
    return whileSeen({
      ask: () => client.presence.reading.query(),
      onAnswer: (now) => setReaders((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now)),
      everyMs,
      isAtOnce: true,
    });
  }, [client, isAsked]);
  return readers;
}
