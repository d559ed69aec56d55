'use client';

import { useEffect, useState } from 'react';
import { useTRPCClient } from '../trpc-client';

const everyMs = 20_000;

/** Who reads which submission just now, by filing; asked again while the list is looked at. */
export function useReaders(isAsked: boolean): Readonly<Record<string, readonly string[]>> {
  const client = useTRPCClient();
  const [readers, setReaders] = useState<Readonly<Record<string, readonly string[]>>>({});
  useEffect(() => {
    if (!isAsked) return;
    let isGone = false;
    const ask = () => {
      if (document.visibilityState === 'hidden') return;
      client.presence.reading.query().then(
        (now) => {
          if (!isGone) setReaders((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
        },
        // No network, or no session: the page says so where it matters.
        () => {},
      );
    };
    ask();
    const timer = setInterval(ask, everyMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [client, isAsked]);
  return readers;
}
