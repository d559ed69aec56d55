'use client';

import type { OfficePerson, Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextArea } from '../../ui/field';
import { useKeptText } from '../../ui/use-kept-text';
import { DialogForm } from '../dialog-form';
import { unitToActIn } from './person-act';

/** Takes away the second factor of somebody whose telephone is lost, for a reason. */
export function ResetFactor({
  person,
  units,
  onDone,
  onClose,
}: {
  person: OfficePerson;
  units: readonly Unit[];
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const words = useWritingMessages().people;
  const client = useTRPCClient();
  const act = useAct();
  const [reason, write, forget] = useKeptText(`reset second factor ${person.id}`);
  const reset = async () => {
    const sentence = words.factorReset(person.name);
    const of = { userId: person.id, unitId: unitToActIn(person, units), reason };
    if (!(await act.run(() => client.office.resetSecondFactor.mutate(of), sentence))) return;
    forget();
    onDone(sentence);
  };
  return (
    <DialogForm
      title={words.resetFactorTitle(person.name)}
      act={words.resetFactor}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={reset}
      onClose={onClose}
    >
      <p>{words.resetFactorQuestion}</p>
      <TextArea
        label={words.resetFactorReason}
        hint={words.resetFactorHint}
        required
        maxLength={2000}
        rows={2}
        value={reason}
        onChange={(event) => write(event.target.value)}
      />
    </DialogForm>
  );
}
