'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '../trpc-client';
import { openOutbox } from './outbox/browser-outbox';
import type { Outbox, OutboxStatus } from './outbox/outbox';
import { createValue, type Value } from './store/value';

/**
 * The person's outbox, opened once the page stands: whatever an earlier visit left in it is sent from here on. Its status is
 * a value of its own, so that a change in it repaints only what watches it.
 */
export function useOutbox(userId: string, onOpen?: (outbox: Outbox) => () => void) {
  const client = useTRPCClient();
  const outbox = useRef<Outbox | null>(null);
  const [status] = useState<Value<OutboxStatus>>(() => createValue<OutboxStatus>({ entries: [], connection: 'ok', isDurable: true }));
  useEffect(() => {
    let isGone = false;
    let close: () => void = () => {};
    const own = openOutbox(userId, client);
    outbox.current = own.outbox;
    void own.opened.then((opened) => {
      if (isGone) return;
      status.set(opened.status.get());
      const stop = opened.status.subscribe(() => status.set(opened.status.get()));
      const disconnect = onOpen?.(opened);
      close = () => {
        disconnect?.();
        stop();
      };
    });
    return () => {
      isGone = true;
      close();
    };
  }, [userId, client, status, onOpen]);
  return { outbox: useCallback(() => outbox.current, []), status };
}
