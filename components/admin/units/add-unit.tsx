'use client';

import { useState } from 'react';
import type { Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { SelectField } from '../../ui/field';
import { DialogForm } from '../dialog-form';
import { type UnitDraft, UnitFields } from './unit-fields';
import { inTreeOrder } from './unit-tree';

export function AddUnit({ units, onDone, onClose }: { units: readonly Unit[]; onDone: (sentence: string) => void; onClose: () => void }) {
  const words = useWritingMessages().office.units;
  const trpc = useTRPCClient();
  const act = useAct();
  const [parentId, setParentId] = useState(units[0]?.id ?? '');
  const [draft, setDraft] = useState<UnitDraft>({ name: '', kind: 'department', powers: [], opensOn: `${new Date().getFullYear()}-01-01` });
  const create = async () => {
    const sentence = words.created(draft.name.trim());
    const done = await act.run(() => trpc.office.createUnit.mutate({ ...draft, powers: [...draft.powers], parentId }), sentence);
    if (done) onDone(sentence);
  };
  return (
    <DialogForm title={words.add} act={words.add} isBusy={act.isBusy} answer={act.answer} onSubmit={create} onClose={onClose}>
      <SelectField label={words.parent} value={parentId} onChange={(event) => setParentId(event.target.value)}>
        {inTreeOrder(units.filter((unit) => unit.closesOn === null)).map(({ unit, depth }) => (
          <option key={unit.id} value={unit.id}>
            {`${'　'.repeat(depth)}${unit.name}`}
          </option>
        ))}
      </SelectField>
      <UnitFields draft={draft} onChange={setDraft} />
    </DialogForm>
  );
}
