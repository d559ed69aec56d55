'use client';

import { useMessages } from '../../messages/messages-provider';
import { Notice } from '../../ui/notice';
import type { OutboxStatus } from '../outbox/outbox';
import { useValue, type Value } from '../store/value';

/** That this browser keeps nothing (a private window, no site data, a full disk): then only the server's answer is safe. */
export function StorageNotice({ status }: { status: Value<OutboxStatus> }) {
  const { save } = useMessages().clerk;
  const { isDurable } = useValue(status);
  if (isDurable) return null;
  return (
    <Notice tone="confirm" title={save.notDurable} isAlert className="mb-3">
      {save.notDurableHint}
    </Notice>
  );
}
