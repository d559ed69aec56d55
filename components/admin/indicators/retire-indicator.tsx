'use client';

import type { IndicatorRow } from '@/server/queries/indicators';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';

/** Says what retiring means before it is done: it cannot be undone. */
export function RetireIndicator({ row, onDone, onClose }: { row: IndicatorRow; onDone: (sentence: string) => void; onClose: () => void }) {
  const words = useWritingMessages().office.indicators;
  const trpc = useTRPCClient();
  const act = useAct();
  const retire = async () => {
    const sentence = words.retired(row.name);
    if (await act.run(() => trpc.office.retireIndicator.mutate({ year: row.year, key: row.key }), sentence)) onDone(sentence);
  };
  return (
    <DialogForm
      title={words.retireTitle(row.name)}
      act={words.retire}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={retire}
      onClose={onClose}
    >
      <p className="text-body leading-7">{words.retireQuestion(row.name)}</p>
    </DialogForm>
  );
}
