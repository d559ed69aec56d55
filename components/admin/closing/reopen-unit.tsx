'use client';

import type { UnitLine } from '@/server/queries/unit-list';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';

/** Takes a closing back, after saying what returns to whom. */
export function ReopenUnit({ unit, onDone, onClose }: { unit: UnitLine; onDone: (sentence: string) => void; onClose: () => void }) {
  const words = useWritingMessages().closing;
  const trpc = useTRPCClient();
  const act = useAct();
  const reopen = async () => {
    const sentence = words.reopened(unit.name);
    if (await act.run(() => trpc.office.reopenUnit.mutate({ unitId: unit.id }), sentence)) onDone(sentence);
  };
  return (
    <DialogForm
      title={words.reopenTitle(unit.name)}
      act={words.reopen}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={reopen}
      onClose={onClose}
    >
      <p>{words.reopenQuestion(unit.name, unit.successor)}</p>
    </DialogForm>
  );
}
