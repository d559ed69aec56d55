'use client';

import { useEffect, useState } from 'react';
import type { OwnReport, ReportStanding } from '@/server/views/own-reports-view';
import { useTRPCClient } from '../../trpc-client';

export type Standing = ReportStanding | 'failed' | null;

/** Asks how far each report is, one after the other, so that nobody else waits; the count of those that are known grows. */
export function useStandings(year: number, reports: readonly OwnReport[], round: number): ReadonlyMap<string, Standing> {
  const client = useTRPCClient();
  const [known, setKnown] = useState<{ round: number; of: ReadonlyMap<string, Standing> }>({ round, of: new Map() });
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      for (const { unitId } of reports) {
        if (isOver) return;
        const standing = await client.report.standing.query({ unitId, year, scope: 'own_organ' }).catch(() => 'failed' as const);
        if (isOver) return;
        setKnown((before) => ({ round, of: new Map(before.round === round ? before.of : []).set(unitId, standing) }));
      }
    };
    ask();
    return () => {
      isOver = true;
    };
  }, [client, year, reports, round]);
  return known.round === round ? known.of : new Map();
}
