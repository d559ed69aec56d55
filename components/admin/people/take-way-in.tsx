'use client';

import type { OfficePerson } from '@/server/queries/people';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { useKeptText } from '../../ui/use-kept-text';
import { DialogForm } from '../dialog-form';

/** Takes one of the ways by which a person gets in away from them, for a reason: their identity at the office's provider, or a second factor whose telephone is lost. */
export function TakeWayIn({
  way,
  person,
  of,
  onDone,
  onClose,
}: {
  way: 'identity' | 'factor';
  person: OfficePerson;
  of: { userId: string; unitId: string };
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().people;
  const { office } = useTRPCClient();
  const act = useAct();
  const [reason, write, forget] = useKeptText(`take ${way} ${of.userId}`);
  const { take, ...said } = {
    identity: {
      take: office.releaseIdentity,
      title: words.releaseIdentityTitle(person.name),
      button: words.releaseIdentity,
      question: words.releaseIdentityQuestion,
      reason: words.releaseIdentityReason,
      hint: words.leaveOpenHint,
      done: words.identityReleased(person.name),
    },
    factor: {
      take: office.resetSecondFactor,
      title: words.resetFactorTitle(person.name),
      button: words.resetFactor,
      question: words.resetFactorQuestion,
      reason: words.resetFactorReason,
      hint: words.resetFactorHint,
      done: words.factorReset(person.name),
    },
  }[way];
  const takeAway = async () => {
    if (!(await act.run(() => take.mutate({ ...of, reason }), said.done))) return;
    forget();
    onDone(said.done);
  };
  return (
    <DialogForm title={said.title} act={said.button} isBusy={act.isBusy} answer={act.answer} onSubmit={takeAway} onClose={onClose}>
      <p>{said.question}</p>
      <TextArea
        label={said.reason}
        hint={said.hint}
        required
        maxLength={2000}
        rows={2}
        value={reason}
        onChange={(event) => write(event.target.value)}
      />
    </DialogForm>
  );
}
