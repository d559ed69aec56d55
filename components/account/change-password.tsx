'use client';

import { type FormEvent, useRef } from 'react';
import { dayAt } from '@/server/domain/periods';
import type { AccountPage } from '@/server/queries/account';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { PasswordField } from '../sign-in/password-field';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Sheet } from '../ui/page';

/** The person's own password, changed by the one they have. */
export function ChangePassword({ page }: { page: AccountPage }) {
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const form = useRef<HTMLFormElement>(null);
  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const input = { password: String(given.get('password')), newPassword: String(given.get('newPassword')) };
    if (await act.run(() => client.account.changePassword.mutate(input), account.changed)) form.current?.reset();
  };
  if (!page.hasPassword)
    return (
      <Sheet title={account.passwordTitle}>
        <p className="text-body">{account.none}</p>
      </Sheet>
    );
  const told = [
    page.passwordSetAt && account.setAt(dayAt(page.passwordSetAt)),
    page.passwordDueBy && account.dueBy(dayAt(page.passwordDueBy)),
  ].filter(Boolean);
  return (
    <Sheet title={account.passwordTitle}>
      <form ref={form} method="post" onSubmit={change} className="flex flex-col gap-4">
        {told.length > 0 && <p className="text-body text-muted">{told.join(' ')}</p>}
        {/* A password manager reads whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={page.username} readOnly hidden />
        <PasswordField label={account.current} autoComplete="current-password" />
        <PasswordField label={account.newPassword} hint={account.policies[page.profile]} name="newPassword" autoComplete="new-password" />
        <ActAnswer answer={act.answer} className="empty:-mb-4" />
        <div>
          <Button type="submit" look="primary" disabled={act.isBusy}>
            {account.change}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
