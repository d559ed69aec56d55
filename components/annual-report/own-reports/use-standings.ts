'use client';

import { useEffect, useRef, useState } from 'react';
import type { OwnReportList } from '@/server/queries/own-report-list';
import type { OwnReport, ReportStanding } from '@/server/views/own-reports-view';
import { useTRPCClient } from '../../trpc-client';

export type Standing = ReportStanding | 'failed' | null;

/** A report with how far it is, as it was last asked. */
export type KnownReport = OwnReport & { standing: ReportStanding | 'failed' };

const nothing: ReadonlyMap<string, KnownReport> = new Map();

/**
 * Asks how far each report is, one after the other, so that nobody else waits; the count of those that are known grows. Those of the page come
 * first, then those of all pages, which are asked for one by one; what is known stays known from page to page.
 */
export function useStandings(year: number, list: OwnReportList, round: number): ReadonlyMap<string, KnownReport> {
  const client = useTRPCClient();
  const turn = `${year} ${round}`;
  const place = `${turn} ${list.page.page} ${list.search}`;
  const [known, setKnown] = useState({ turn, of: nothing });
  const asked = useRef({ place: '', of: new Set<string>() });
  useEffect(() => {
    let isOver = false;
    // Another page of the same: go on. The same page anew: something has changed, and each is asked again.
    const before = asked.current;
    asked.current = { place, of: before.place.startsWith(`${turn} `) && before.place !== place ? before.of : new Set() };
    const done = asked.current.of;
    const ask = async (reports: readonly OwnReport[]) => {
      for (const report of reports) {
        if (isOver) return;
        if (done.has(report.unitId)) continue;
        const key = { unitId: report.unitId, year, scope: 'own_organ' } as const;
        const standing = await client.report.standing.query(key).catch(() => 'failed' as const);
        if (isOver) return;
        done.add(report.unitId);
        setKnown((earlier) => ({
          turn,
          of: new Map(earlier.turn === turn ? earlier.of : []).set(report.unitId, { ...report, standing }),
        }));
      }
    };
    const askAll = async () => {
      await ask(list.reports);
      for (let page = 1, pages = 1; page <= pages && !isOver && done.size < list.all; page += 1) {
        const next = await client.report.own.query({ year, page }).catch(() => null);
        if (!next) return;
        pages = next.page.pages;
        await ask(next.reports);
      }
    };
    askAll();
    return () => {
      isOver = true;
    };
  }, [client, year, list, turn, place]);
  return known.turn === turn ? known.of : nothing;
}
