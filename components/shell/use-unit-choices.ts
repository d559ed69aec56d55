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
  const asked = search.trim();
  useEffect(() => {
    if (asked === '') return;
    let isOver = false;
    const ask = async () => {
      // Without an answer the list stays as it was; the next key asks again.
      const choices = await trpc.office.unitChoices.query({ aim, search: asked }).catch(() => null);
      if (choices && !isOver) setFound({ search: asked, choices });
    };
    const timer = setTimeout(ask, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [trpc, aim, asked]);
  const choices = asked === '' ? first : (found?.choices ?? first);
  return { choices, search, setSearch, isLooking: asked !== '' && found?.search !== asked, isSearchable: first.all > first.units.length };
}
