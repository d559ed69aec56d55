'use client';

import { dayAt } from '@/server/domain/periods';
import type { UnitChoice, UnitChoices } from '@/server/domain/units';
import { useWritingMessages } from '../../messages/writing-words';
import { UnitChecks } from '../../shell/unit-checks';
import { UnitSearch } from '../../shell/unit-search';
import { UnitSelect } from '../../shell/unit-select';
import { useUnitChoices } from '../../shell/use-unit-choices';
import { SelectField, TextField } from '../../ui/field';
import { type ClosingDraft, quarterEnds, type SuccessorKind } from './closing-draft';

const successorKinds: readonly SuccessorKind[] = ['new', 'existing', 'none'];
const newKinds = ['department', 'street', 'office'] as const;

/** Which units, on which day, and who takes over. */
export function ClosingFields({
  first,
  draft,
  onChange,
}: {
  first: UnitChoices;
  draft: ClosingDraft;
  onChange: (next: ClosingDraft) => void;
}) {
  const { common, closing: words, office } = useWritingMessages();
  const looked = useUnitChoices('closing', first);
  const choose = (unit: UnitChoice, isWanted: boolean) => {
    const others = draft.units.filter((one) => one.id !== unit.id);
    onChange({ ...draft, units: isWanted ? [...others, unit] : others });
  };
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="text-body font-medium">{words.which}</legend>
        <p className="text-note leading-5 text-muted">{words.whichHint}</p>
        <UnitSearch of={looked} onTake={(unit) => choose(unit, true)} className="mt-1" />
        <UnitChecks
          found={looked.choices.units}
          chosen={draft.units}
          onChoose={choose}
          className="mt-1 max-h-56 overflow-y-auto rounded border border-hairline px-2 py-1"
        />
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
        <legend className="text-body font-medium">{words.successor}</legend>
        {successorKinds.map((kind) => (
          <label key={kind} className="flex min-h-7 items-center gap-2 text-body">
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
        <UnitSelect
          aim="closing"
          first={first}
          isOffered={(unit) => !draft.units.some((one) => one.id === unit.id)}
          label={words.existing}
          required
          isBlankFirst
          blank={words.choose}
          chosen={draft.existing}
          onChoose={(existing) => onChange({ ...draft, existing })}
        />
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
