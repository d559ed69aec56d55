'use client';

import type { FormEvent } from 'react';
import type { NewSecondFactor } from '@/server/queries/new-second-factor';
import { useMessages } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { PasswordField } from '../sign-in/password-field';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';
import { TextField } from '../ui/field';

/** A secret to be put on the telephone; it counts once a code of it has come with the password. */
export function TurnOnFactor({
  shown,
  username,
  onDone,
  onClose,
}: {
  shown: NewSecondFactor;
  username: string;
  onDone: (sentence: string, codes: readonly string[]) => void;
  onClose: () => void;
}) {
  const { common } = useMessages();
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const [first, second] = account.turnOnSteps;
  const turnOn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const input = { enrolment: shown.enrolment, password: String(given.get('password')), code: String(given.get('code')) };
    const done = await act.run(() => client.account.turnOnSecondFactor.mutate(input), account.factorTurnedOn);
    if (done) onDone(account.factorTurnedOn, done.result.recoveryCodes);
  };
  return (
    <Dialog isOpen onClose={onClose} title={account.turnOnTitle}>
      <form method="post" onSubmit={turnOn} className="flex flex-col gap-3">
        <p className="text-body leading-6">1. {first}</p>
        <div className="flex flex-wrap items-center gap-4">
          {/* biome-ignore lint/performance/noImgElement: a picture of this moment, made by the server as SVG */}
          <img
            src={`data:image/svg+xml,${encodeURIComponent(shown.picture)}`}
            alt={account.picture}
            className="size-44 border border-hairline bg-white"
          />
          <p className="min-w-0 flex-1 text-body">
            {account.secretKey}
            <br />
            <code className="font-mono text-body break-words">{shown.secret}</code>
          </p>
        </div>
        <p className="text-body leading-6">2. {second}</p>
        {/* A password manager reads whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        <PasswordField label={account.current} autoComplete="current-password" />
        <TextField label={account.timeCode} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={20} required />
        <ActAnswer answer={act.answer} className="empty:-mb-3" />
        <DialogActs>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="primary" disabled={act.isBusy}>
            {account.turnOnAct}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
