'use client';

import { useMessages } from '../messages/messages-provider';
import { PasswordField } from './password-field';

/** A new password, with the policy told before it is typed. It may be looked at and pasted, so it is asked for once. */
export function NewPasswordField() {
  const { doors } = useMessages();
  return <PasswordField label={doors.newPassword} hint={doors.passwordPolicy} autoComplete="new-password" />;
}
