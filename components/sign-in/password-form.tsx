'use client';

import { type FormEvent, useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useSignIn } from './use-sign-in';

export function PasswordForm({ isMain }: { isMain: boolean }) {
  const { common, office } = useMessages();
  const { doors } = office;
  const { enter, entering, answer } = useSignIn();
  const [isShown, setIsShown] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void enter('password', { username: String(given.get('username')), password: String(given.get('password')) });
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <TextField label={doors.username} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      <TextField
        label={doors.password}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        spellCheck={false}
        required
      />
      <label className="flex min-h-6 items-center gap-2 text-[15px]">
        <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} className="size-4 accent-act" />
        {doors.showPassword}
      </label>
      <ActAnswer answer={answer} className="empty:-mb-4" />
      <Button type="submit" look={isMain ? 'primary' : 'plain'} disabled={entering !== null}>
        {entering === null ? common.signIn : doors.signingIn}
      </Button>
    </form>
  );
}
