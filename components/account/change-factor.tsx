'use client';

import { useState } from 'react';
import type { AccountPage } from '@/server/queries/account';
import { DialogForm } from '../admin/dialog-form';
import { useWritingMessages } from '../messages/writing-words';
import { useAct } from '../shell/use-act';
import { CodeField } from '../sign-in/code-field';
import { useTRPCClient } from '../trpc-client';
import { TextField } from '../ui/field';

/** Switches the second factor off, or renews its recovery codes: by the password and a code. */
export function ChangeFactor({
  act: chosen,
  page,
  onDone,
  onClose,
}: {
  act: 'turnOff' | 'renew';
  page: AccountPage;
  onDone: (sentence: string, codes?: readonly string[]) => void;
  onClose: () => void;
}) {
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const isOff = chosen === 'turnOff';
  const change = async () => {
    const input = { password, code };
    if (isOff) {
      if (await act.run(() => client.account.turnOffSecondFactor.mutate(input), account.factorTurnedOff)) onDone(account.factorTurnedOff);
      return;
    }
    const done = await act.run(() => client.account.renewRecoveryCodes.mutate(input), account.codesRenewed);
    if (done) onDone(account.codesRenewed, done.result.recoveryCodes);
  };
  const title = isOff ? account.turnOffTitle : account.renewCodes;
  return (
    <DialogForm title={title} act={title} isBusy={act.isBusy} answer={act.answer} onSubmit={change} onClose={onClose}>
      <p>{isOff ? account.turnOffQuestion : account.renewQuestion}</p>
      {isOff && page.secondFactor.isAsked && <p>{account.turnOffAsked}</p>}
      <input type="text" name="username" autoComplete="username" value={page.username} readOnly hidden />
      <TextField
        label={account.current}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <CodeField label={account.code} hint={account.codeHint} value={code} onChange={setCode} />
    </DialogForm>
  );
}
