'use client';

import type { IndicatorUnits } from '@/server/queries/indicators';
import { useWritingMessages } from '../../messages/writing-words';
import { SelectField, TextArea, TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import type { IndicatorDraft } from './indicator-draft';

const addsUps = ['flow', 'closing'] as const;
const overUnits = ['sum', 'none'] as const;
const exactnesses = ['exact', 'about'] as const;

/** What the office says of an indicator. What it measures rests once somebody has filled it in. */
export function IndicatorFields({
  draft,
  units,
  isFixed,
  onChange,
}: {
  draft: IndicatorDraft;
  units: IndicatorUnits;
  isFixed: boolean;
  onChange: (next: IndicatorDraft) => void;
}) {
  const words = useWritingMessages().office.indicators;
  const set = (change: Partial<IndicatorDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={60}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextArea
        label={words.definition}
        hint={words.definitionHint}
        required
        rows={2}
        maxLength={500}
        value={draft.definition}
        onChange={(event) => set({ definition: event.target.value })}
      />
      {isFixed && (
        <p className="text-note leading-5 text-confirm">
          <Icon name="confirm" className="mr-1" />
          {words.fixed}
        </p>
      )}
      <Choice
        label={words.addsUp}
        of={addsUps}
        names={words.addsUps}
        value={draft.addsUp}
        disabled={isFixed}
        onChoice={(addsUp) => set({ addsUp })}
      />
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
        <TextField
          label={words.unit}
          hint={words.unitHint}
          required
          maxLength={10}
          disabled={isFixed}
          value={draft.unit}
          onChange={(event) => set({ unit: event.target.value })}
        />
        <Choice
          label={words.overUnits}
          of={overUnits}
          names={words.overUnitsOf}
          value={draft.overUnits}
          disabled={isFixed}
          onChoice={(next) => set({ overUnits: next })}
        />
      </div>
      <Choice
        label={words.exactness}
        of={exactnesses}
        names={words.exactnessOf}
        value={draft.exactness}
        disabled={isFixed}
        onChoice={(exactness) => set({ exactness })}
      />
      <SelectField
        label={words.owner}
        hint={words.ownerHint}
        value={draft.ownerUnitId ?? ''}
        onChange={(event) => set({ ownerUnitId: event.target.value || null })}
      >
        <option value="">{words.noOwner}</option>
        {units.units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </SelectField>
      <AskedOf draft={draft} units={units} onChange={(askedOf) => set({ askedOf })} />
    </>
  );
}

function Choice<T extends string>({
  label,
  of,
  names,
  value,
  disabled,
  onChoice,
}: {
  label: string;
  of: readonly T[];
  names: Record<T, string>;
  value: T;
  disabled: boolean;
  onChoice: (next: T) => void;
}) {
  return (
    <SelectField
      label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChoice(of.find((one) => one === event.target.value) ?? value)}
    >
      {of.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </SelectField>
  );
}

function AskedOf({
  draft,
  units,
  onChange,
}: {
  draft: IndicatorDraft;
  units: IndicatorUnits;
  onChange: (askedOf: readonly string[] | null) => void;
}) {
  const words = useWritingMessages().office.indicators;
  const { askedOf } = draft;
  return (
    <fieldset>
      <legend className="text-body font-medium">{words.asked}</legend>
      <div className="flex flex-wrap gap-x-4 py-1">
        {[
          { label: words.askedAll, isChosen: askedOf === null, choose: () => onChange(null) },
          { label: words.askedSome, isChosen: askedOf !== null, choose: () => onChange(askedOf ?? []) },
        ].map((one) => (
          <label key={one.label} className="flex min-h-6 items-center gap-1.5 text-body">
            <input type="radio" name="asked-of" className="size-4 accent-act" checked={one.isChosen} onChange={one.choose} />
            {one.label}
          </label>
        ))}
      </div>
      {askedOf !== null && (
        <div className="grid max-h-44 grid-cols-2 gap-x-4 gap-y-1 overflow-y-auto rounded border border-hairline px-2 py-1.5 max-sm:grid-cols-1">
          {units.filers.map((unit) => (
            <label key={unit.id} className="flex min-h-6 items-center gap-1.5 text-body">
              <input
                type="checkbox"
                className="size-4 accent-act"
                checked={askedOf.includes(unit.id)}
                onChange={(event) => onChange(event.target.checked ? [...askedOf, unit.id] : askedOf.filter((id) => id !== unit.id))}
              />
              {unit.name}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
