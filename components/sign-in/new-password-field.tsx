'use client';

import { useState } from 'react';
import { useMessages } from '../messages/messages-provider';
import { TextField } from '../ui/field';

/** A new password, with the policy told before it is typed. It may be looked at and pasted, so it is asked for once. */
export function NewPasswordField() {
  const { doors } = useMessages().office;
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <TextField
        label={doors.newPassword}
        hint={doors.passwordPolicy}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        required
      />
      <label className="flex min-h-6 items-center gap-2 text-[15px]">
        <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} className="size-4 accent-act" />
        {doors.showPassword}
      </label>
    </>
  );
}
