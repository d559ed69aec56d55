'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageOf, RollOverPage } from '@/server/queries/roll-over-page';
import { useTRPC } from '../../trpc-queries';

type Lists = {
  units: RollOverPage['openings']['units'];
  differences: RollOverPage['openings']['differences'];
  editions: RollOverPage['editions']['ofUnits'];
};

/** A page of one of the plan's long lists: the first came with the plan, another is asked for. */
export function usePlanPage<Name extends keyof Lists>(plan: RollOverPage, name: Name, take: (plan: RollOverPage) => Lists[Name]) {
  const [at, setAt] = useState(1);
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.office.rollOver.queryOptions({ from: plan.from.year, [name]: at }),
    enabled: at > 1,
    placeholderData: (before) => before,
  });
  const first = take(plan);
  const shown: PageOf<Lists[Name]['lines'][number]> | null = at === 1 ? first : query.data ? take(query.data) : null;
  return { lines: shown?.lines ?? [], at, pages: first.pages, of: first.of, go: setAt, query: at === 1 ? null : query };
}
