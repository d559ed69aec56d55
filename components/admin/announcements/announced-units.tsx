'use client';

import { useQuery } from '@tanstack/react-query';
import type { UnitChoices } from '@/server/domain/units';
import { useWritingMessages } from '../../messages/writing-words';
import { BeingAsked } from '../../shell/being-asked';
import { UnitChecks } from '../../shell/unit-checks';
import { UnitSearch } from '../../shell/unit-search';
import { useUnitChoices } from '../../shell/use-unit-choices';
import { useTRPC } from '../../trpc-queries';

export interface NamedUnit {
  id: string;
  name: string;
}

const none: UnitChoices = { units: [], of: 0, all: 0 };

/** The units that an announcement is for, looked for by name. Those that are chosen are always listed, to be left out again: also one that has closed since. */
export function AnnouncedUnits({ chosen, onChange }: { chosen: readonly NamedUnit[]; onChange: (units: readonly NamedUnit[]) => void }) {
  const words = useWritingMessages().office.announcements;
  const query = useQuery(useTRPC().office.unitChoices.queryOptions({ aim: 'announcement' }));
  const looked = useUnitChoices('announcement', query.data ?? none);
  const choose = ({ id, name }: NamedUnit, isWanted: boolean) => {
    const others = chosen.filter((one) => one.id !== id);
    onChange(isWanted ? [...others, { id, name }] : others);
  };
  return (
    <fieldset className="rounded border border-hairline px-3 pt-1 pb-2">
      <legend className="px-1 text-body font-medium">{words.units(chosen.length)}</legend>
      <BeingAsked query={query} />
      <UnitSearch of={looked} onTake={(unit) => choose(unit, true)} />
      <UnitChecks
        found={looked.choices.units}
        chosen={chosen}
        onChoose={choose}
        className="grid max-h-40 grid-cols-2 gap-x-4 overflow-y-auto pt-1 max-sm:grid-cols-1"
      />
    </fieldset>
  );
}
