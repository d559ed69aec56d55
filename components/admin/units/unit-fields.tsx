'use client';

import { type Power, powers } from '@/server/domain/formats';
import type { UnitKind } from '@/server/domain/units';
import { useWritingMessages } from '../../messages/writing-words';
import { DayInWords } from '../../ui/day-in-words';
import { SelectField, TextField } from '../../ui/field';

export interface UnitDraft {
  name: string;
  kind: UnitKind;
  powers: readonly Power[];
  opensOn: string;
}

const belowGovernment: readonly UnitKind[] = ['office', 'department', 'street', 'government'];

/** The facts of a unit that are given when it is added and may change later. */
export function UnitFields({ draft, onChange }: { draft: UnitDraft; onChange: (next: UnitDraft) => void }) {
  const { units } = useWritingMessages().office;
  return (
    <>
      <TextField
        label={units.name}
        hint={units.nameHint}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <SelectField
        label={units.kind}
        value={draft.kind}
        onChange={(event) => onChange({ ...draft, kind: belowGovernment.find((kind) => kind === event.target.value) ?? draft.kind })}
      >
        {belowGovernment.map((kind) => (
          <option key={kind} value={kind}>
            {units.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className="text-body font-medium">{units.powers}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1 py-1">
          {powers.map((power) => (
            <label key={power} className="flex min-h-6 items-center gap-1.5 text-body">
              <input
                type="checkbox"
                className="size-4 accent-act"
                checked={draft.powers.includes(power)}
                onChange={(event) =>
                  onChange({
                    ...draft,
                    powers: powers.filter((one) => (one === power ? event.target.checked : draft.powers.includes(one))),
                  })
                }
              />
              {units.powerNames[power]}
            </label>
          ))}
        </div>
        <p className="text-note leading-5 text-muted">{units.powersHint}</p>
      </fieldset>
      <TextField
        label={units.opensOn}
        hint={<DayInWords day={draft.opensOn} />}
        type="date"
        required
        value={draft.opensOn}
        onChange={(event) => onChange({ ...draft, opensOn: event.target.value })}
      />
    </>
  );
}
