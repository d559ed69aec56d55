'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Exactness, exactnesses, type LocalFact } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { ImpactPreview } from '../../signing/impact-preview';
import { useTRPCClient } from '../../trpc-client';
import { useTRPC } from '../../trpc-queries';
import { Button } from '../../ui/button';
import { SelectField, TextArea, TextField } from '../../ui/field';
import { keyOf } from '../report-key';

/** Registers a number of the text as a local fact, or changes one that is registered. */
export function FactForm({
  page,
  fact,
  known = null,
  onSaved,
}: {
  page: ReportPage;
  fact: Pick<LocalFact, 'name' | 'value' | 'unit' | 'exactness'>;
  /** The registered fact that is changed; null: a new one. */
  known?: ReportPage['facts'][number] | null;
  /** With the fact as the server has it now; the page hears of it a moment later. */
  onSaved: (fact: LocalFact) => void;
}) {
  const { prose } = useWritingMessages();
  const words = prose.fact;
  const client = useTRPCClient();
  const units = useQuery(useTRPC().report.units.queryOptions(keyOf(page)));
  const { run, isBusy, answer } = useAct();
  const [facts, setFacts] = useState({
    name: fact.name,
    value: fact.value,
    unit: fact.unit,
    exactness: fact.exactness,
    ownerUnitId: known?.ownerUnitId ?? '',
    evidence: known?.evidence ?? '',
  });
  // What the form showed goes with the change: the page may hear of another's change while the form is open.
  const [seen] = useState(known ? factOf(known) : null);
  const set = (change: Partial<typeof facts>) => setFacts({ ...facts, ...change });
  return (
    <form
      className="grid w-full max-w-field grid-cols-3 gap-2 font-sans"
      onSubmit={async (event) => {
        event.preventDefault();
        const said = { ...facts, ownerUnitId: facts.ownerUnitId || null };
        const saved = await run(
          () => client.report.saveFact.mutate({ ...keyOf(page), id: known?.id ?? null, seen, fact: said }),
          words.saved,
        );
        if (!saved) return;
        const { name, value, unit, exactness } = saved.result.fact;
        onSaved({ id: saved.result.id, name, value, unit, exactness, isRetired: false });
      }}
    >
      <TextField className="col-span-3" label={words.name} value={facts.name} onChange={(event) => set({ name: event.target.value })} />
      <TextField label={words.value} value={facts.value} onChange={(event) => set({ value: event.target.value })} />
      <TextField label={words.unit} value={facts.unit} onChange={(event) => set({ unit: event.target.value })} />
      <SelectField
        label={words.exactness}
        value={facts.exactness}
        onChange={(event) => set({ exactness: event.target.value as Exactness })}
      >
        {exactnesses.map((one) => (
          <option key={one} value={one}>
            {words.exactnesses[one]}
          </option>
        ))}
      </SelectField>
      <SelectField
        className="col-span-3"
        label={words.owner}
        value={facts.ownerUnitId}
        onChange={(event) => set({ ownerUnitId: event.target.value })}
      >
        <option value="">{words.office}</option>
        {(units.data ?? ownerOf(known)).map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </SelectField>
      <TextArea
        className="col-span-3"
        label={words.evidence}
        hint={words.evidenceHint}
        rows={2}
        value={facts.evidence}
        onChange={(event) => set({ evidence: event.target.value })}
      />
      {known && (
        <div className="col-span-3 empty:hidden">
          <ImpactPreview
            change={
              facts.value === known.value && facts.unit === known.unit && facts.exactness === known.exactness ? '' : JSON.stringify(facts)
            }
            ask={() =>
              client.report.factImpact.query({
                ...keyOf(page),
                id: known.id,
                seen: seen ?? factOf(known),
                fact: { ...facts, ownerUnitId: facts.ownerUnitId || null },
              })
            }
          />
        </div>
      )}
      <ActAnswer answer={answer} className="col-span-3" />
      <div className="col-span-3">
        <Button look="primary" isSmall type="submit" disabled={isBusy || facts.evidence.trim() === '' || facts.name.trim() === ''}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

/** Before all units are known, the one that is chosen. */
function ownerOf(known: ReportPage['facts'][number] | null): { id: string; name: string }[] {
  return known?.ownerUnitId ? [{ id: known.ownerUnitId, name: known.owner ?? '' }] : [];
}

function factOf({ name, value, unit, exactness, ownerUnitId, evidence }: ReportPage['facts'][number]) {
  return { name, value, unit, exactness, ownerUnitId, evidence };
}
