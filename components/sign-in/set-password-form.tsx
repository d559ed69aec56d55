'use client';

import { useState } from 'react';
import { useDoorMessages } from '../messages/door-words';
import { ActAnswer } from '../shell/act-answer';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { PageHead, Sheet } from '../ui/page';
import { DoorDone } from './door-done';
import { DoorPage, type Office } from './door-page';
import { NewPasswordField } from './new-password-field';
import { useDoorForm } from './use-door-form';

export function SetPasswordForm({ secret, username, name, office }: { secret: string; username: string; name: string; office: Office }) {
  const { doors } = useDoorMessages();
  const trpc = useTRPCClient();
  const [waits, setWaits] = useState(false);
  const { isBusy, isDone, answer, submit } = useDoorForm((textOf) =>
    trpc.person.setPassword.mutate({ secret, password: textOf('password') }).then(({ waits }) => setWaits(waits === true)),
  );
  return (
    <DoorPage office={office}>
      <PageHead title={doors.linkTitle} context={doors.linkHint(name, username)} />
      <Sheet>
        {isDone ? (
          <DoorDone
            sentence={waits ? doors.setPasswordWaits(username) : doors.setPasswordDone(username)}
            tone={waits ? 'confirm' : 'done'}
          />
        ) : (
          <form method="post" onSubmit={submit} className="flex flex-col gap-4">
            {/* A password manager reads whose password this is. */}
            <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
            <NewPasswordField />
            <ActAnswer answer={answer} className="empty:-mb-4" />
            <Button type="submit" look="primary" disabled={isBusy}>
              {doors.setPasswordAct}
            </Button>
          </form>
        )}
      </Sheet>
    </DoorPage>
  );
}
