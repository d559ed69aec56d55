'use client';

import { useEffect, useState } from 'react';
import type { ChoiceAim, UnitChoices } from '@/server/domain/units';
import { useTRPCClient } from '../trpc-client';

const pauseMs = 200;

/**
 * Units to choose from, looked for by the server where there are more than one chooses among at a glance.
 *
 * @param first what there is to choose while nothing is looked for
 */
export function useUnitChoices(aim: ChoiceAim, first: UnitChoices) {
  const trpc = useTRPCClient();
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<{ search: string; choices: UnitChoices } | null>(null);
  const [failed, setFailed] = useState<{ search: string; error: unknown } | null>(null);
  const [tries, setTries] = useState(0);
  const asked = search.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again.
  useEffect(() => {
    setFailed(null);
    if (asked === '') return;
    let isOver = false;
    const ask = async () => {
      try {
        const choices = await trpc.office.unitChoices.query({ aim, search: asked });
        if (!isOver) setFound({ search: asked, choices });
      } catch (error) {
        // The list stays as it was; the next key asks again, and so does whoever wants it.
        if (!isOver) setFailed({ search: asked, error });
      }
    };
    const timer = setTimeout(ask, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [trpc, aim, asked, tries]);
  const choices = asked === '' ? first : (found?.choices ?? first);
  const isAnswered = asked === '' || found?.search === asked;
  const failure = !isAnswered && failed?.search === asked ? failed.error : null;
  return {
    ...{ choices, search, setSearch, failure },
    again: () => setTries(tries + 1),
    isLooking: !isAnswered && failure === null,
    /** What is listed is what is called so. */
    isFound: asked !== '' && isAnswered,
    isSearchable: first.all > first.units.length,
  };
}
