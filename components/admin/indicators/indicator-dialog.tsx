'use client';

import { useState } from 'react';
import type { IndicatorRow, IndicatorUnits } from '@/server/queries/indicators';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { TextField } from '../../ui/field';
import { tellMade } from '../../ui/made';
import { DialogForm } from '../dialog-form';
import { draftOf, emptyDraft, factsOf } from './indicator-draft';
import { IndicatorFields } from './indicator-fields';

/** Defines an indicator of a year, or changes one. */
export function IndicatorDialog({
  units,
  year,
  row,
  onDone,
  onClose,
}: {
  units: IndicatorUnits;
  year: number;
  /** Null: a new one. */
  row: IndicatorRow | null;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, office } = useWritingMessages();
  const words = office.indicators;
  const trpc = useTRPCClient();
  const act = useAct();
  const [key, setKey] = useState('');
  // What this dialog opened with: the list behind it may be loaded anew meanwhile.
  const [opened] = useState(row ? draftOf(row) : emptyDraft);
  const [draft, setDraft] = useState(opened);
  const save = async () => {
    const name = draft.name.trim();
    const facts = factsOf(draft);
    const sentence = row ? words.changed(name) : words.defined(name);
    const done = await act.run(async () => {
      if (row) await trpc.office.changeIndicator.mutate({ year, key: row.key, facts, seen: factsOf(opened) });
      else tellMade((await trpc.office.defineIndicator.mutate({ year, facts, ...(key.trim() ? { key: key.trim() } : {}) })).key);
    }, sentence);
    if (done) onDone(sentence);
  };
  return (
    <DialogForm
      title={row ? words.editTitle(row.name) : words.addTitle(common.year(year))}
      act={row ? common.save : words.add}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={save}
      onClose={onClose}
    >
      <IndicatorFields draft={draft} units={units} isFixed={row?.isFilled ?? false} onChange={setDraft} />
      {!row && (
        <TextField
          label={words.key}
          hint={words.keyHint}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
      )}
    </DialogForm>
  );
}
