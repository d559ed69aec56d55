'use client';

import { useState } from 'react';
import type { UnitLine } from '@/server/queries/unit-list';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';
import { type UnitDraft, UnitFields } from './unit-fields';

export function EditUnit({ unit, onDone, onClose }: { unit: UnitLine; onDone: (sentence: string) => void; onClose: () => void }) {
  const { common, office, signOff } = useWritingMessages();
  const words = office.units;
  const trpc = useTRPCClient();
  const act = useAct();
  // What this dialog opened with: the list behind it may be loaded anew meanwhile, and what is changed is changed from this.
  const [seen] = useState({
    ...{ name: unit.name, kind: unit.kind, powers: [...unit.powers], opensOn: unit.opensOn },
    needsSignOff: unit.needsSignOff,
  });
  const [draft, setDraft] = useState<UnitDraft>({ name: seen.name, kind: seen.kind, powers: seen.powers, opensOn: seen.opensOn });
  const [needsSignOff, setNeedsSignOff] = useState(unit.needsSignOff);
  const save = async () => {
    const sentence = words.changed(draft.name.trim());
    const change = { ...draft, powers: [...draft.powers], needsSignOff };
    const done = await act.run(() => trpc.office.changeUnit.mutate({ unitId: unit.id, change, seen }), sentence);
    if (done) onDone(sentence);
  };
  return (
    <DialogForm
      title={words.editTitle(unit.name)}
      act={common.save}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={save}
      onClose={onClose}
    >
      <UnitFields draft={draft} onChange={setDraft} />
      <label className="flex items-start gap-2 text-body">
        <input
          type="checkbox"
          className="mt-1 size-4 accent-act"
          checked={needsSignOff}
          onChange={(event) => setNeedsSignOff(event.target.checked)}
        />
        <span>
          {signOff.unitSwitch}
          <span className="block text-note leading-5 text-muted">{signOff.unitSwitchHint}</span>
        </span>
      </label>
    </DialogForm>
  );
}
