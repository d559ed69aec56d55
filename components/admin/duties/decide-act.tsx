'use client';

import type { WaitingAct } from '@/server/queries/duties';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useConfirmation } from '../../signing/use-confirmation';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { useKeptText } from '../../ui/use-kept-text';
import { DialogForm } from '../dialog-form';

/** Confirms what waits, or declines it or takes it back with a reason; says first what that does. */
export function DecideAct({
  act,
  decision,
  what,
  onDone,
  onClose,
}: {
  act: WaitingAct;
  decision: 'confirm' | 'decline';
  what: string;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().office.duties;
  const client = useTRPCClient();
  const run = useAct();
  const confirmation = useConfirmation();
  const [reason, setReason, forget] = useKeptText(`decline ${act.id}`);
  if (decision === 'confirm') {
    const confirm = async () => {
      if (await run.run(() => client.duty.confirm.mutate({ id: act.id, password: confirmation.password }), words.confirmed))
        onDone(words.confirmed);
      else confirmation.forget();
    };
    return (
      <DialogForm
        title={words.confirmTitle}
        act={words.confirm}
        isBusy={run.isBusy}
        answer={run.answer}
        onSubmit={confirm}
        onClose={onClose}
      >
        <p className="font-medium">{what}</p>
        {act.reason && <p>{words.reason(act.reason)}</p>}
        <Notice tone="confirm">{`${words.hints[act.kind] ?? ''}${words.confirmHint}`}</Notice>
        {confirmation.field}
      </DialogForm>
    );
  }
  const [title, button, done] = act.isOwn
    ? [words.takeBackTitle, words.takeBack, words.takenBack]
    : [words.declineTitle, words.decline, words.declined];
  const decline = async () => {
    if (!(await run.run(() => client.duty.decline.mutate({ id: act.id, reason, password: confirmation.password }), done)))
      return confirmation.forget();
    forget();
    onDone(done);
  };
  return (
    <DialogForm title={title} act={button} isBusy={run.isBusy} answer={run.answer} onSubmit={decline} onClose={onClose}>
      <p className="font-medium">{what}</p>
      <TextArea
        label={words.declineReason}
        hint={words.reasonHint}
        required
        maxLength={2000}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {confirmation.field}
    </DialogForm>
  );
}
