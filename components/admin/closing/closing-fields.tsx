'use client';

import { dayAt } from '@/server/domain/periods';
import type { Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { SelectField, TextField } from '../../ui/field';
import { type ClosingDraft, livingFilers, quarterEnds, type SuccessorKind } from './closing-draft';

const successorKinds: readonly SuccessorKind[] = ['new', 'existing', 'none'];
const newKinds = ['department', 'street', 'office'] as const;

/** Which units, on which day, and who takes over. */
export function ClosingFields({
  units,
  draft,
  onChange,
}: {
  units: readonly Unit[];
  draft: ClosingDraft;
  onChange: (next: ClosingDraft) => void;
}) {
  const { common, closing: words, office } = useWritingMessages();
  const filers = livingFilers(units);
  const choose = (id: string, isChosen: boolean) =>
    onChange({ ...draft, unitIds: isChosen ? [...draft.unitIds, id] : draft.unitIds.filter((one) => one !== id) });
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="text-[15px] font-medium">{words.which}</legend>
        <p className="text-[13px] leading-5 text-muted">{words.whichHint}</p>
        <div className="mt-1 max-h-56 overflow-y-auto rounded border border-hairline px-2 py-1">
          {filers.map((unit) => (
            <label key={unit.id} className="flex min-h-7 items-center gap-2 text-[15px]">
              <input
                type="checkbox"
                className="size-4 accent-act"
                checked={draft.unitIds.includes(unit.id)}
                onChange={(event) => choose(unit.id, event.target.checked)}
              />
              {unit.name}
            </label>
          ))}
        </div>
      </fieldset>
      <SelectField
        label={words.closesOn}
        hint={words.closesOnHint}
        value={draft.closesOn}
        onChange={(event) => onChange({ ...draft, closesOn: event.target.value })}
      >
        {quarterEnds(dayAt(new Date())).map(({ day, period }) => (
          <option key={day} value={day}>
            {words.quarterEnd(day, common.period(period.year, period.quarter))}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className="text-[15px] font-medium">{words.successor}</legend>
        {successorKinds.map((kind) => (
          <label key={kind} className="flex min-h-7 items-center gap-2 text-[15px]">
            <input
              type="radio"
              name="successor"
              className="size-4 accent-act"
              checked={draft.successor === kind}
              onChange={() => onChange({ ...draft, successor: kind })}
            />
            {words.into[kind]}
          </label>
        ))}
      </fieldset>
      {draft.successor === 'existing' && (
        <SelectField
          label={words.existing}
          required
          value={draft.existingId}
          onChange={(event) => onChange({ ...draft, existingId: event.target.value })}
        >
          <option value="">{words.choose}</option>
          {filers
            .filter((unit) => !draft.unitIds.includes(unit.id))
            .map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
        </SelectField>
      )}
      {draft.successor === 'new' && (
        <>
          <TextField
            label={words.newName}
            hint={words.newPowers}
            required
            maxLength={200}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
          <SelectField
            label={words.newKind}
            value={draft.kind}
            onChange={(event) => onChange({ ...draft, kind: newKinds.find((kind) => kind === event.target.value) ?? draft.kind })}
          >
            {newKinds.map((kind) => (
              <option key={kind} value={kind}>
                {office.units.kinds[kind]}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </div>
  );
}
