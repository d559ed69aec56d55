'use client';

import { useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { TextField } from '../ui/field';

/** A password of the form around it, which may be looked at while it is typed. */
export function PasswordField({
  name = 'password',
  ...props
}: {
  label: string;
  hint?: string;
  name?: string;
  autoComplete: 'new-password' | 'current-password';
}) {
  const { common } = useMessages();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <TextField {...props} name={name} type={isShown ? 'text' : 'password'} spellCheck={false} required />
      <label className="flex min-h-6 items-center gap-2 text-body">
        <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} className="size-4 accent-act" />
        {common.showPassword}
      </label>
    </>
  );
}
