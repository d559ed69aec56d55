'use client';

import { useDoorMessages } from '../messages/door-words';

import { PasswordField } from './password-field';

/** A new password, with the policy told before it is typed. It may be looked at and pasted, so it is asked for once. */
export function NewPasswordField() {
  const { doors } = useDoorMessages();
  return <PasswordField label={doors.newPassword} hint={doors.passwordPolicy} autoComplete="new-password" />;
}
