import { type Filing, listPastBooks, listPeerBooks, type PastBook, type Reader } from '@/db/store';
import { comparedCells, maxPastQuarters, minPeers, minQuarters } from '@/server/domain/checks/past/known-past';
import { usualOf } from '@/server/domain/checks/past/usual';
import { numberAt } from '@/server/domain/figures';
import { type Format, leafCells } from '@/server/domain/formats';
import type { PastQuarters } from '@/server/domain/subject';

const maxPeerUnits = 60;

type Asked = Pick<Filing, 'id' | 'unitId' | 'year' | 'quarter' | 'isPractice'>;

const nothing: PastQuarters = { quarters: [], values: {}, peers: {} };

/**
 * What some quarters are compared with, by filing: each unit's approved quarters before its own; in a unit's first year units of its kind,
 * without their names.
 */
export async function loadPastQuarters(
  reader: Reader,
  filings: readonly { filing: Asked; format: Format }[],
): Promise<Map<string, PastQuarters>> {
  const all = new Map<string, PastQuarters>();
  // What is practised is invented: it is far from nothing.
  for (const { filing } of filings) if (filing.isPractice) all.set(filing.id, nothing);
  const real = filings.filter(({ filing }) => !filing.isPractice);
  for (const asked of byPeriod(real)) {
    const [{ year, quarter } = { year: 0, quarter: 0 }] = asked.map(({ filing }) => filing);
    const unitIds = asked.map(({ filing }) => filing.unitId);
    const past = await listPastBooks(reader, { unitIds, year, quarter }, maxPastQuarters);
    const young = unitIds.filter((id) => (past.get(id)?.length ?? 0) < minQuarters);
    const peers = await listPeerBooks(reader, { unitIds: young, year, quarter }, maxPeerUnits);
    const usual = new Map<Format, Map<readonly PastBook[], PastQuarters['peers']>>();
    for (const { filing, format } of asked) {
      const own = past.get(filing.unitId) ?? [];
      all.set(filing.id, {
        quarters: own.map((book) => ({ year: book.year, quarter: book.quarter })),
        values: valuesOf(format, own),
        peers: usualOnce(usual, format, peers.get(filing.unitId) ?? []),
      });
    }
  }
  return all;
}

function byPeriod<T extends { filing: Asked }>(asked: readonly T[]): T[][] {
  const periods = new Map<number, T[]>();
  for (const one of asked) {
    const index = one.filing.year * 4 + one.filing.quarter;
    periods.set(index, [...(periods.get(index) ?? []), one]);
  }
  return [...periods.values()];
}

function valuesOf(format: Format, past: readonly PastBook[]): PastQuarters['values'] {
  if (past.length === 0) return {};
  const cells = leafCells(format).filter((cell) => cell.addsUp === 'flow' || cell.addsUp === 'closing');
  return Object.fromEntries(cells.map(({ id }) => [id, past.map(({ figures }) => numberAt(figures, id))]));
}

/** Most units have the same peers, and what is usual there is the same. */
function usualOnce(
  known: Map<Format, Map<readonly PastBook[], PastQuarters['peers']>>,
  format: Format,
  peers: readonly PastBook[],
): PastQuarters['peers'] {
  if (peers.length === 0) return {};
  const ofFormat = known.get(format) ?? new Map<readonly PastBook[], PastQuarters['peers']>();
  known.set(format, ofFormat);
  const usual = ofFormat.get(peers) ?? usualOfPeers(format, peers);
  ofFormat.set(peers, usual);
  return usual;
}

/** Units in which nothing happened say nothing of how much is usual where something did. */
function usualOfPeers(format: Format, peers: readonly PastBook[]): PastQuarters['peers'] {
  return Object.fromEntries(
    comparedCells(format).flatMap((cell) => {
      const values = cell.local ? [] : peers.flatMap(({ figures }) => numberAt(figures, cell.id) || []);
      return values.length < minPeers ? [] : [[cell.id, usualOf(values, cell)]];
    }),
  );
}
