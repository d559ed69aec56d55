'use client';

import { useWritingMessages } from '../messages/writing-words';
import { TextField } from '../ui/field';
import type { useUnitChoices } from './use-unit-choices';

/** Looks for units among more than one chooses among at a glance; nothing where all are listed. Inside a form it does not send it. */
export function UnitSearch({
  of: { choices, search, setSearch, isLooking, isSearchable },
  className,
}: {
  of: ReturnType<typeof useUnitChoices>;
  className?: string;
}) {
  const { lists } = useWritingMessages();
  if (!isSearchable) return null;
  return (
    <div className={className}>
      <TextField
        label={lists.findUnit}
        hint={lists.findUnitHint}
        type="search"
        maxLength={60}
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      <p role="status" className="text-[13px] leading-5 text-muted">
        {isLooking
          ? '…'
          : choices.of === 0
            ? lists.nothingFound(search.trim())
            : choices.of > choices.units.length
              ? lists.firstOf(choices.units.length, choices.of)
              : lists.found(choices.of)}
      </p>
    </div>
  );
}
