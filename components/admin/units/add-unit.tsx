'use client';

import { useState } from 'react';
import type { UnitChoices } from '@/server/domain/units';
import { useWritingMessages } from '../../messages/writing-words';
import { soleUnit } from '../../shell/only-hit';
import { UnitSelect } from '../../shell/unit-select';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { tellMade } from '../../ui/made';
import { DialogForm } from '../dialog-form';
import { type UnitDraft, UnitFields } from './unit-fields';

export function AddUnit({ parents, onDone, onClose }: { parents: UnitChoices; onDone: (sentence: string) => void; onClose: () => void }) {
  const words = useWritingMessages().office.units;
  const trpc = useTRPCClient();
  const act = useAct();
  const [parent, setParent] = useState(soleUnit(parents));
  const [draft, setDraft] = useState<UnitDraft>({ name: '', kind: 'department', powers: [], opensOn: `${new Date().getFullYear()}-01-01` });
  const create = async () => {
    const sentence = words.created(draft.name.trim());
    const done = await act.run(
      () => trpc.office.createUnit.mutate({ ...draft, powers: [...draft.powers], parentId: parent?.id ?? '' }),
      sentence,
    );
    if (!done) return;
    tellMade(done.result.id);
    onDone(sentence);
  };
  return (
    <DialogForm title={words.add} act={words.add} isBusy={act.isBusy} answer={act.answer} onSubmit={create} onClose={onClose}>
      <UnitSelect
        aim="parent"
        first={parents}
        label={words.parent}
        required
        isBlankFirst
        blank={words.chooseParent}
        chosen={parent}
        onChoose={setParent}
      />
      <UnitFields draft={draft} onChange={setDraft} />
    </DialogForm>
  );
}
