'use client';

import { contentGroups, maxStepNameCharacters, type SigningRole, type SigningStep, signingRoles } from '@/server/domain/signing';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';

/** One step: its name, who signs it, what it answers for, and its place. */
export function StepFields({
  step,
  place,
  of,
  holders,
  onChange,
  onMove,
  onRemove,
}: {
  step: SigningStep;
  place: number;
  of: number;
  /** Who could sign for the whole now. */
  holders: readonly string[];
  onChange: (step: SigningStep) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const { signing, common } = useWritingMessages();
  const words = signing.settings;
  const name = step.name || words.step(place + 1);
  return (
    <li className="rounded border border-hairline bg-paper p-4">
      <fieldset className="grid gap-x-6 gap-y-3 lg:grid-cols-[16rem_14rem_minmax(0,1fr)_auto]">
        <legend className="float-left text-body font-semibold lg:col-span-4">{words.step(place + 1)}</legend>
        <TextField
          label={words.name}
          value={step.name}
          maxLength={maxStepNameCharacters}
          onChange={(event) => onChange({ ...step, name: event.target.value })}
        />
        <SelectField
          label={words.role}
          hint={holders.length > 0 ? words.holders(holders.join(common.listComma)) : words.noHolders}
          value={step.role}
          onChange={(event) => onChange({ ...step, role: event.target.value as SigningRole })}
        >
          {signingRoles.map((role) => (
            <option key={role} value={role}>
              {common.roles[role]}
            </option>
          ))}
        </SelectField>
        <fieldset className="text-body leading-7">
          <legend className="font-medium">{words.answersFor}</legend>
          {contentGroups.map((group) => (
            <Tick
              key={group}
              label={words.groupHints[group]}
              isOn={step.answersFor.includes(group)}
              onChange={(isOn) =>
                onChange({ ...step, answersFor: contentGroups.filter((one) => (one === group ? isOn : step.answersFor.includes(one))) })
              }
            />
          ))}
          <Tick label={words.isPerEdition} isOn={step.isPerEdition} onChange={(isPerEdition) => onChange({ ...step, isPerEdition })} />
          <p className="pl-6 text-note leading-5 text-muted">{words.isPerEditionHint}</p>
        </fieldset>
        <div className="flex gap-1 lg:flex-col lg:items-end">
          <Button isSmall look="quiet" aria-label={words.actOf(words.up, name)} disabled={place === 0} onClick={() => onMove(place - 1)}>
            {words.up}
          </Button>
          <Button
            isSmall
            look="quiet"
            aria-label={words.actOf(words.down, name)}
            disabled={place === of - 1}
            onClick={() => onMove(place + 1)}
          >
            {words.down}
          </Button>
          <Button isSmall look="quiet" aria-label={words.actOf(words.remove, name)} onClick={onRemove}>
            {words.remove}
          </Button>
        </div>
      </fieldset>
    </li>
  );
}

function Tick({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="flex min-h-7 items-center gap-2">
      <input type="checkbox" className="size-4" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
