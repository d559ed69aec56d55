'use client';

import type { RowVariant } from '@/server/domain/formats';
import type { RollOverPage } from '@/server/queries/roll-over-page';
import { useWritingMessages } from '../../messages/writing-words';
import { SelectField, TextField } from '../../ui/field';
import type { RollOverDraft } from './roll-over-draft';

const rowVariants: readonly RowVariant[] = ['other_three', 'other_single'];

/** The form of the new year and the due days of its quarters. */
export function StepYear({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPage;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const { common, rollOver } = useWritingMessages();
  const words = rollOver.year;
  return (
    <div className="flex flex-col gap-5">
      {plan.isThere && <p>{rollOver.isThere(plan.year)}</p>}
      <p>
        <span className="font-medium">{words.format}</span> {words.formatIs(plan.format)}
      </p>
      <SelectField
        label={words.rows}
        className="max-w-field"
        disabled={plan.isThere}
        hint={plan.isThere ? words.fixed : undefined}
        value={draft.rowVariant}
        onChange={(event) => onChange({ rowVariant: rowVariants.find((one) => one === event.target.value) ?? draft.rowVariant })}
      >
        {rowVariants.map((variant) => (
          <option key={variant} value={variant}>
            {words.rowVariants[variant]}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className="text-body font-medium">{words.due}</legend>
        <p className="pb-2 text-note leading-5 text-muted">{words.dueHint}</p>
        <div className="grid max-w-form gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {plan.quarters.map(({ quarter, isOpened }, index) => (
            <TextField
              key={quarter}
              type="date"
              required
              label={words.dueOf(common.quarter(quarter))}
              hint={isOpened ? words.opened : undefined}
              disabled={isOpened}
              value={draft.dueOn[index] ?? ''}
              onChange={(event) => onChange({ dueOn: draft.dueOn.map((day, at) => (at === index ? event.target.value : day)) })}
            />
          ))}
        </div>
      </fieldset>
      <p className="text-note leading-5 text-muted">{words.notCarried}</p>
    </div>
  );
}
