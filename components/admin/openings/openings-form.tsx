'use client';

import { type FormEvent, useState } from 'react';
import type { OpeningForm } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { blankCells, changedOpenings, type OpeningDraft } from './opening-draft';
import { OpeningGroups } from './opening-groups';

/** The opening balances of one unit and year. Nothing becomes 0 unless somebody says so, and every number has its reason. */
export function OpeningsForm({ form }: { form: OpeningForm }) {
  const words = useWritingMessages().openings;
  const trpc = useTRPCClient();
  const act = useAct();
  const [draft, setDraft] = useState<OpeningDraft>({});
  const [reason, setReason] = useState('');
  const changed = changedOpenings(form.cells, draft);
  const blank = blankCells(form, draft);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const input = { unitId: form.unitId, year: form.year, values: changed, reason };
    const done = await act.run(() => trpc.office.setOpenings.mutate(input), words.saved(changed.length));
    if (!done) return;
    setDraft({});
    setReason('');
  };
  return (
    <form method="post" onSubmit={save} aria-labelledby="openings-of" className="flex flex-col gap-4">
      <h2 id="openings-of" className="text-head font-semibold">
        {words.of(form.unitName, form.year)}
      </h2>
      <OpeningGroups form={form} draft={draft} onType={(cell, raw) => setDraft({ ...draft, [cell]: raw })} />
      {blank.length > 0 && (
        <p className="flex flex-wrap items-center gap-3 text-note text-muted">
          <Button isSmall onClick={() => setDraft({ ...draft, ...Object.fromEntries(blank.map((cell) => [cell.cell, '0'])) })}>
            {words.fillZero}
          </Button>
          {words.fillZeroHint(blank.length)}
        </p>
      )}
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        required
        maxLength={2000}
        className="max-w-read"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ActAnswer answer={act.answer} className="empty:-mb-4" />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={act.isBusy || changed.length === 0}>
          {words.save}
        </Button>
        {changed.length === 0 && <span className="text-note text-muted">{words.nothing}</span>}
      </div>
    </form>
  );
}
