'use client';

import { useEffect, useRef, useState } from 'react';
import type { OwnReportList } from '@/server/queries/own-report-list';
import { useTRPCClient } from '../../trpc-client';
import { askStandings, type KnownReport } from './ask-standings';

export type Standing = KnownReport['standing'] | null;

const nothing: ReadonlyMap<string, KnownReport> = new Map();

/**
 * Asks how far each report is, one after the other, so that nobody else waits; the count of those that are known grows. What is known stays
 * known from page to page.
 *
 * @returns besides what is known, how many there are, and why not all of them could be asked for, when it stopped
 */
export function useStandings(
  year: number,
  list: OwnReportList,
  round: number,
): { known: ReadonlyMap<string, KnownReport>; all: number; failure: unknown } {
  const client = useTRPCClient();
  const turn = `${year} ${round}`;
  const place = `${turn} ${list.page.page} ${list.search}`;
  const [known, setKnown] = useState({ turn, of: nothing });
  const [walk, setWalk] = useState<{ list: OwnReportList; round: number; all: number; failure: unknown } | null>(null);
  const asked = useRef({ place: '', of: new Set<string>() });
  useEffect(() => {
    let isOver = false;
    // Another page of the same: go on. The same page anew: something has changed, and each is asked again.
    const before = asked.current;
    asked.current = { place, of: before.place.startsWith(`${turn} `) && before.place !== place ? before.of : new Set() };
    let { all } = list;
    const say = (failure: unknown) => !isOver && setWalk({ list, round, all, failure });
    askStandings(list, {
      done: asked.current.of,
      askPage: (page) => client.report.own.query({ year, page }),
      askStanding: (unitId) => client.report.standing.query({ unitId, year, scope: 'own_organ' }),
      isOver: () => isOver,
      onKnown: (report) =>
        setKnown((earlier) => ({ turn, of: new Map(earlier.turn === turn ? earlier.of : []).set(report.unitId, report) })),
      onAll: (now) => {
        all = now;
        say(null);
      },
    }).catch(say);
    return () => {
      isOver = true;
    };
  }, [client, year, list, round, turn, place]);
  const isThis = walk?.list === list && walk.round === round;
  return { known: known.turn === turn ? known.of : nothing, all: isThis ? walk.all : list.all, failure: isThis ? walk.failure : null };
}
