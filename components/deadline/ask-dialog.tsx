'use client';

import { useState } from 'react';
import { maxReasonCharacters, usualExtension } from '@/server/domain/deadlines';
import type { Day } from '@/server/domain/periods';
import { DialogForm } from '../admin/dialog-form';
import { useMessages } from '../messages/messages-provider';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { TextArea, TextField } from '../ui/field';

/** A unit asks for more time. */
export function AskDialog({
  filingId,
  period,
  dueOn,
  today,
  onClose,
  onAsked,
}: {
  filingId: string;
  period: string;
  dueOn: Day;
  today: Day;
  onClose: () => void;
  onAsked: () => Promise<void> | void;
}) {
  const { deadline: words } = useMessages().clerk;
  const client = useTRPCClient();
  const act = useAct();
  const [until, setUntil] = useState(usualExtension(dueOn, today));
  const [reason, setReason] = useState('');
  const send = async () => {
    if (!(await act.run(() => client.deadline.ask.mutate({ filingId, until, reason }), words.sent))) return;
    await onAsked();
    onClose();
  };
  return (
    <DialogForm title={words.askTitle(period)} act={words.send} isBusy={act.isBusy} answer={act.answer} onSubmit={send} onClose={onClose}>
      <TextField label={words.until} type="date" required min={today} value={until} onChange={(event) => setUntil(event.target.value)} />
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        required
        maxLength={maxReasonCharacters}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </DialogForm>
  );
}
