'use client';

import type { ReactNode } from 'react';
import type { ChoiceAim, UnitChoice, UnitChoices } from '@/server/domain/units';
import { SelectField } from '../ui/field';
import { UnitSearch } from './unit-search';
import { useUnitChoices } from './use-unit-choices';

const foundAtOnce = 6;

/**
 * Chooses a unit. The first of them are there; where there are more, they are looked for by name, and what was chosen stays to be seen.
 *
 * @param isBlankFirst begins with nothing chosen
 */
export function UnitSelect({
  aim,
  first,
  chosen,
  onChoose,
  isOffered = () => true,
  isBlankFirst = false,
  blank = '',
  ...field
}: {
  aim: ChoiceAim;
  first: UnitChoices;
  chosen: UnitChoice | null;
  onChoose: (unit: UnitChoice | null) => void;
  isOffered?: (unit: UnitChoice) => boolean;
  isBlankFirst?: boolean;
  blank?: string;
  label: ReactNode;
  hint?: ReactNode;
  className?: string;
  name?: string;
  required?: boolean;
  disabled?: boolean;
}) {
  // Where the place in the tree is what one chooses by.
  const isTree = aim === 'parent' || aim === 'post';
  const looked = useUnitChoices(aim, first);
  const { choices, search } = looked;
  const offered = choices.units.filter(isOffered);
  const isListed = offered.some((unit) => unit.id === chosen?.id);
  const units = chosen && !isListed ? [chosen, ...offered] : offered;
  return (
    <>
      {!field.disabled && <UnitSearch of={looked} isOffered={isOffered} onTake={onChoose} className={field.className ?? ''} />}
      <SelectField
        {...field}
        // What is found is seen at once, without opening the list.
        size={search.trim() === '' ? undefined : foundAtOnce}
        value={chosen?.id ?? ''}
        onChange={(event) => onChoose(units.find((unit) => unit.id === event.target.value) ?? null)}
      >
        {(isBlankFirst || !chosen) && <option value="">{blank}</option>}
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {isTree && search.trim() === '' ? `${'　'.repeat(unit.depth)}${unit.name}` : unit.name}
          </option>
        ))}
      </SelectField>
    </>
  );
}
