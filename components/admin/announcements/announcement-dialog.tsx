'use client';

import { useState } from 'react';
import type { AnnouncedFacts } from '@/server/domain/audit/event';
import { addDays } from '@/server/domain/periods';
import { roles } from '@/server/domain/permissions/roles';
import type { AnnouncementRow } from '@/server/queries/announcements';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { SelectField, TextArea, TextField } from '../../ui/field';
import { tellMade } from '../../ui/made';
import { newId } from '../../ui/new-id';
import { DialogForm } from '../dialog-form';
import { AnnouncedUnits, type NamedUnit } from './announced-units';

/** What `publishAnnouncement` takes. */
const maxCharacters = 300;
const audiences = ['all', 'units', 'role'] as const;

/** An announcement, written or changed. @param row null: a new one */
export function AnnouncementDialog({
  row,
  today,
  onDone,
  onClose,
}: {
  row: AnnouncementRow | null;
  today: string;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, office } = useWritingMessages();
  const words = office.announcements;
  const client = useTRPCClient();
  const act = useAct();
  const [changeId] = useState(newId);
  const [seen] = useState(row && factsOf(row));
  const [facts, setFacts] = useState<AnnouncedFacts>(
    seen ?? { text: '', audience: 'all', unitIds: [], role: null, endsOn: addDays(today, 7) },
  );
  const [units, setUnits] = useState<readonly NamedUnit[]>(row?.units ?? []);
  const [isAsked, setIsAsked] = useState(false);
  const lacksUnit = facts.audience === 'units' && units.length === 0;
  const set = (change: Partial<AnnouncedFacts>) => setFacts({ ...facts, ...change });
  const done = row ? words.changed : words.published;
  const submit = async () => {
    setIsAsked(true);
    if (lacksUnit) return;
    const sent = { ...facts, unitIds: units.map((unit) => unit.id) };
    const save = async () => {
      if (row && seen) await client.announcement.change.mutate({ id: row.id, facts: sent, seen: { ...seen, unitIds: [...seen.unitIds] } });
      else tellMade((await client.announcement.publish.mutate({ ...sent, changeId })).id);
    };
    if (await act.run(save, done)) onDone(done);
  };
  return (
    <DialogForm
      title={row ? words.changeTitle : words.writeTitle}
      act={row ? words.save : words.publish}
      isBusy={act.isBusy}
      answer={isAsked && lacksUnit ? { tone: 'wrong', text: words.noUnit } : act.answer}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={words.text}
        hint={words.textHint}
        required
        rows={4}
        maxLength={maxCharacters}
        value={facts.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <SelectField
          label={words.to}
          value={facts.audience}
          onChange={(event) => {
            const audience = audiences.find((one) => one === event.target.value) ?? 'all';
            set({ audience, role: audience === 'role' ? (facts.role ?? 'clerk') : null });
          }}
        >
          {audiences.map((one) => (
            <option key={one} value={one}>
              {words.audiences[one]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.endsOn}
          type="date"
          required
          min={today}
          value={facts.endsOn}
          onChange={(event) => set({ endsOn: event.target.value })}
        />
      </div>
      {facts.audience === 'role' && (
        <SelectField
          label={words.role}
          value={facts.role ?? 'clerk'}
          onChange={(event) => set({ role: roles.find((one) => one === event.target.value) ?? 'clerk' })}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {common.roles[one]}
            </option>
          ))}
        </SelectField>
      )}
      {facts.audience === 'units' && <AnnouncedUnits chosen={units} onChange={setUnits} />}
    </DialogForm>
  );
}

function factsOf({ text, audience, unitIds, role, endsOn }: AnnouncementRow): AnnouncedFacts {
  return { text, audience, unitIds, role, endsOn };
}
