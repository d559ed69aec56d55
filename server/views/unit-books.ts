import {
  checkedBooksOf,
  type Filing,
  findUnit,
  listExplanations,
  listFilings,
  listOpeningBalances,
  listSuccessorIds,
  type Reader,
  type Unit,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { isSettled, maxQuarters, type StandingQuarter, slipQuarter, type UnitBooks } from '@/server/domain/corrections';
import { type QuarterSpan, takeOverPeriod } from '@/server/domain/roll-up';
import { endsUnsucceeded } from '@/server/domain/workflow';
import { loadFilingView } from './filing-view';
import { spanOf } from './report-units';

/**
 * A unit's quarters from the first of a year on, over that year and the next: what a slip of the year can reach. Once the unit is
 * closed with a successor, the successor's quarters from the one in which it takes over go on from there.
 */
export async function loadUnitBooks(reader: Reader, unit: Unit, year: number, overlay: Overlay | null): Promise<UnitBooks> {
  return booksFrom(reader, unit, { year, first: 1, overlay });
}

/** @param from `first` counts from the first quarter of the slip's year */
async function booksFrom(reader: Reader, unit: Unit, from: { year: number; first: number; overlay: Overlay | null }): Promise<UnitBooks> {
  const { year, overlay } = from;
  const filings = (await listFilings(reader, { unitIds: [unit.id] })).filter((filing) => {
    const place = slipQuarter(year, filing);
    return place >= from.first && place <= maxQuarters;
  });
  const quarters: StandingQuarter[] = [];
  const takenOverBy = await listSuccessorIds(reader, unit);
  for (const filing of filings) quarters.push(await standingQuarter(reader, { unit, takenOverBy }, filing, overlay));
  const spans: Record<number, QuarterSpan> = {};
  for (const one of [year, year + 1]) {
    const span = spanOf(unit, one);
    if (span) spans[one] = span;
  }
  return { quarters, spans, successor: await successorBooks(reader, unit, from) };
}

async function successorBooks(
  reader: Reader,
  unit: Unit,
  from: { year: number; first: number; overlay: Overlay | null },
): Promise<UnitBooks['successor']> {
  if (unit.closesOn === null || unit.successorId === null) return null;
  const first = slipQuarter(from.year, takeOverPeriod(unit.closesOn));
  const successor = first > maxQuarters ? null : await findUnit(reader, unit.successorId);
  return successor && booksFrom(reader, successor, { ...from, first: Math.max(first, from.first) });
}

async function standingQuarter(
  reader: Reader,
  { unit, takenOverBy }: { unit: Unit; takenOverBy: readonly string[] },
  filing: Filing,
  overlay: Overlay | null,
): Promise<StandingQuarter> {
  const view = await loadFilingView(reader, filing, overlay);
  const restated = view.restatements.map((one) => one.cell);
  const balances = filing.quarter === 1 ? await listOpeningBalances(reader, filing.unitId, filing.year) : [];
  const counted = isSettled(filing) ? (await checkedBooksOf(reader, filing.unitId, filing.year)).get(filing.quarter) : undefined;
  const explanations = await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id });
  return {
    filingId: filing.id,
    organ: filing.unitName,
    unitPath: filing.unitPath,
    takenOverBy,
    year: filing.year,
    quarter: filing.quarter,
    status: filing.status,
    format: filing.format,
    rowVariant: filing.rowVariant,
    indicators: view.content.indicators ?? [],
    powers: filing.powers,
    raw: Object.fromEntries(view.stored.map((one) => [one.cell, one.raw])),
    stored: Object.fromEntries(view.facts.stored),
    declared: [...view.facts.declared],
    openings: Object.fromEntries(view.facts.openings),
    fixedOpenings: [...restated, ...balances.map((balance) => balance.cell)],
    restated,
    counted: counted ? Object.fromEntries(counted) : null,
    explanations: explanations.map(({ writtenAt: _written, countersignedAt: _signed, ...explanation }) => explanation),
    past: view.past,
    endsUnsucceeded: endsUnsucceeded(unit, filing),
    hash: view.hash,
  };
}
