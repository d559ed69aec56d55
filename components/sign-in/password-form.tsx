'use client';

import type { FormEvent } from 'react';
import { useDoorMessages } from '../messages/door-words';

import { ActAnswer } from '../shell/act-answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { CodeForm } from './code-form';
import { PasswordField } from './password-field';
import { useSignIn } from './use-sign-in';

/** By password; and by a code after it, for whoever has a second factor. */
export function PasswordForm({ isMain, to }: { isMain: boolean; to: string | null }) {
  const { common, doors } = useDoorMessages();
  const { enter, entering, answer, isHalfway, startOver } = useSignIn(to);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void enter('password', { username: String(given.get('username')), password: String(given.get('password')) });
  };
  if (isHalfway)
    return <CodeForm isBusy={entering !== null} answer={answer} onCode={(code) => enter('code', { code })} onBack={startOver} />;
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <TextField label={doors.username} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      <PasswordField label={doors.password} autoComplete="current-password" />
      <ActAnswer answer={answer} className="empty:-mb-4" />
      <Button type="submit" look={isMain ? 'primary' : 'plain'} disabled={entering !== null}>
        {entering === null ? common.signIn : doors.signingIn}
      </Button>
    </form>
  );
}
