'use client';

import { useDoorMessages } from '../messages/door-words';

import { ActAnswer } from '../shell/act-answer';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { PageHead, Sheet } from '../ui/page';
import { DoorDone } from './door-done';
import { DoorPage, type Office } from './door-page';
import { NewPasswordField } from './new-password-field';
import { useDoorForm } from './use-door-form';

/** The first act of an installation: names the government and its first administrator. */
export function SetUpForm({ secret, office }: { secret: string; office: Office }) {
  const { doors } = useDoorMessages();
  const trpc = useTRPCClient();
  const { isBusy, isDone, answer, submit } = useDoorForm((textOf) =>
    trpc.person.setUp.mutate({
      secret,
      governmentName: textOf('government'),
      name: textOf('name'),
      username: textOf('username').trim(),
      password: textOf('password'),
    }),
  );
  return (
    <DoorPage office={office}>
      <PageHead title={doors.setUpTitle} context={doors.setUpHint} />
      <Sheet>
        {isDone ? (
          <DoorDone sentence={doors.setUpDone} />
        ) : (
          <form method="post" onSubmit={submit} className="flex flex-col gap-4">
            <TextField
              label={doors.governmentName}
              hint={doors.governmentNameHint}
              name="government"
              autoComplete="organization"
              required
            />
            <TextField label={doors.yourName} name="name" autoComplete="name" required />
            <TextField
              label={doors.username}
              hint={doors.usernameHint}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <NewPasswordField />
            <ActAnswer answer={answer} className="empty:-mb-4" />
            <Button type="submit" look="primary" disabled={isBusy}>
              {doors.setUpAct}
            </Button>
          </form>
        )}
      </Sheet>
    </DoorPage>
  );
}
