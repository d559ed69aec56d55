'use client';

import clsx from 'clsx';
import type { DemonstrationPerson } from '@/server/queries/demonstration';
import { useDoorMessages } from '../messages/door-words';
import { useIsHydrated } from '../ui/use-is-hydrated';

/** Signs in as this person with one click. Its name to a screen reader is all that it shows: who, as what, of which unit. */
export function PersonButton({
  person,
  isLarge,
  isBusy,
  onChoose,
}: {
  person: DemonstrationPerson;
  isLarge: boolean;
  isBusy: boolean;
  onChoose: () => void;
}) {
  const { common, doors } = useDoorMessages();
  const isHydrated = useIsHydrated();
  return (
    <button
      type="button"
      // It takes no click before the page's script is at work: one that nobody hears would look like a door that is shut.
      disabled={isBusy || !isHydrated}
      onClick={onChoose}
      className={clsx(
        'flex h-full w-full rounded border border-hairline bg-paper px-3 text-left hover:border-act hover:bg-act-soft',
        isBusy && 'opacity-60',
        isLarge ? 'flex-col py-2' : 'min-h-9 items-baseline gap-2 py-1.5',
      )}
    >
      <span className={clsx('font-semibold whitespace-nowrap', isLarge ? 'text-head text-act' : 'text-body')}>
        {person.name} <span className="text-body font-normal text-ink">{common.roles[person.role]}</span>
      </span>
      <span className={clsx('text-note leading-5 text-muted', !isLarge && 'ml-auto text-right')}>
        {isLarge ? `${person.unitName} · ${doors.rolePurposes[person.role]}` : person.unitName}
      </span>
    </button>
  );
}
