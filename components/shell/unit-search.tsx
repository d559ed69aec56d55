'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { UnitChoice } from '@/server/domain/units';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { answerOf } from './answer';
import { onlyHit } from './only-hit';
import type { useUnitChoices } from './use-unit-choices';

/** Looks for units among more than one chooses among at a glance; nothing where all are listed. Enter takes the only hit, as soon as it is there, and never sends the form around it. */
export function UnitSearch({
  of: { choices, search, setSearch, isLooking, isFound, isSearchable, failure, again },
  isOffered,
  onTake,
  className,
}: {
  of: ReturnType<typeof useUnitChoices>;
  isOffered?: (unit: UnitChoice) => boolean;
  onTake: (unit: UnitChoice) => void;
  className?: string;
}) {
  const { common, lists } = useWritingMessages();
  const language = useLanguage();
  // What was looked for when Enter was pressed: its answer may still be on the way.
  const [entered, setEntered] = useState<string | null>(null);
  const take = useEffectEvent(() => {
    const hit = onlyHit(choices, isOffered);
    if (hit) onTake(hit);
    setEntered(null);
  });
  const isDue = entered !== null && entered === search && isFound;
  useEffect(() => {
    if (isDue) take();
  }, [isDue]);
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
        onChange={(event) => {
          setSearch(event.target.value);
          setEntered(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setEntered(search);
        }}
      />
      <p role="status" className="text-note leading-5 text-muted">
        {isLooking
          ? '…'
          : failure !== null
            ? answerOf(failure, language).text
            : choices.of === 0
              ? lists.nothingFound(search.trim())
              : choices.of > choices.units.length
                ? lists.firstOf(choices.units.length, choices.of)
                : lists.found(choices.of)}
      </p>
      {failure !== null && (
        <Button isSmall onClick={again}>
          {common.retry}
        </Button>
      )}
    </div>
  );
}
