'use client';

import { type FormEvent, useRef } from 'react';
import { dayAt } from '@/server/domain/periods';
import type { AccountPage } from '@/server/queries/account';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { CodeField } from '../sign-in/code-field';
import { PasswordField } from '../sign-in/password-field';
import { useGoToProvider } from '../sign-in/use-go-to-provider';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Sheet } from '../ui/page';

/** Who the person is at the office's identity provider: bound there and back, given up here, both by password; to bind, by a code too where there is a second factor. */
export function OwnIdentity({ page }: { page: AccountPage }) {
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const { go, isGoing, answer } = useGoToProvider();
  const form = useRef<HTMLFormElement>(null);
  const { provider, identities } = page;
  const isBound = identities.length > 0;
  if (!provider && !isBound) return null;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const input = { password: String(given.get('password')) };
    const code = given.get('code');
    if (!isBound) return go(() => client.account.goToProvider.mutate({ ...input, ...(code ? { code: String(code) } : {}) }));
    if (await act.run(() => client.account.unbindIdentity.mutate(input), account.unbound)) form.current?.reset();
  };
  return (
    <Sheet title={account.identityTitle}>
      <form ref={form} method="post" onSubmit={submit} className="flex flex-col gap-4">
        {identities.map(({ issuer, boundAt }) => (
          <p key={issuer} className="text-body break-words">
            {account.boundTo(issuer, dayAt(boundAt))}
          </p>
        ))}
        <p className="text-body text-muted">{isBound ? account.unbindHint : account.bindHint(provider?.name ?? '')}</p>
        {page.hasPassword && (
          <>
            <input type="text" name="username" autoComplete="username" value={page.username} readOnly hidden />
            <PasswordField label={account.identityPassword} autoComplete="current-password" />
            {page.secondFactor.setAt && !isBound && <CodeField label={account.code} hint={account.codeHint} />}
          </>
        )}
        <ActAnswer answer={answer ?? act.answer} className="empty:-mb-4" />
        {page.hasPassword ? (
          <div>
            <Button type="submit" disabled={act.isBusy || isGoing}>
              {isBound ? account.unbind : account.bind}
            </Button>
          </div>
        ) : (
          <p className="text-body">{account.none}</p>
        )}
      </form>
    </Sheet>
  );
}
