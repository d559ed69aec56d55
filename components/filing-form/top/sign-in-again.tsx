'use client';

import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages-provider';
import { useHeldPage } from '../../shell/use-person-here';
import { Button, buttonClass } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { Outbox, OutboxStatus } from '../outbox/outbox';
import { useValue, type Value } from '../store/value';

/** The session ended while somebody was typing: they sign in beside the form, and what was kept is sent. */
export function SignInAgain({
  status,
  outbox,
  isWanted,
  onClose,
}: {
  status: Value<OutboxStatus>;
  outbox: () => Outbox | null;
  isWanted: boolean;
  onClose: () => void;
}) {
  const { signIn } = useMessages().clerk;
  const { connection, entries } = useValue(status);
  const [hasTried, setHasTried] = useState(false);
  const isOut = useLasting(connection === 'signed_out');
  const waiting = entries.filter((entry) => !entry.problem).length;
  useHeldPage(isWanted && connection === 'signed_out' && waiting > 0);
  return (
    <Dialog isOpen={isWanted && isOut} onClose={onClose} title={signIn.title}>
      <p className="text-body leading-7">{signIn.body(waiting)}</p>
      {hasTried && <p className="mt-2 text-body text-wrong">✕ {signIn.still}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass('primary')}>
          {signIn.open}
        </a>
        <Button
          onClick={() => {
            setHasTried(true);
            outbox()?.wake();
          }}
        >
          {signIn.done}
        </Button>
      </div>
    </Dialog>
  );
}

const shortMs = 400;

/** True once it has been so for a moment: somebody who is just leaving, or just coming back, is not asked to sign in. */
function useLasting(isSo: boolean): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!isSo) return setHasLasted(false);
    const timer = setTimeout(() => setHasLasted(true), shortMs);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && hasLasted;
}
