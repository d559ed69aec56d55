import { checkedBooksOf, type Filing, listExplanations, listFilings, listOpeningBalances, type Reader, type Unit } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { isSettled, mostQuarters, type StandingQuarter, slipQuarter, type UnitBooks } from '@/server/domain/corrections';
import type { QuarterSpan } from '@/server/domain/roll-up';
import { loadFilingView } from './filing-view';
import { spanOf } from './report-units';

/** A unit's quarters from the first of a year on, over that year and the next: what a slip of the year can reach. */
export async function loadUnitBooks(reader: Reader, unit: Unit, year: number, overlay: Overlay | null): Promise<UnitBooks> {
  const filings = (await listFilings(reader, { unitIds: [unit.id] })).filter((filing) => {
    const place = slipQuarter(year, filing);
    return place >= 1 && place <= mostQuarters;
  });
  const quarters: StandingQuarter[] = [];
  for (const filing of filings) quarters.push(await standingQuarter(reader, filing, overlay));
  const spans: Record<number, QuarterSpan> = {};
  for (const one of [year, year + 1]) {
    const span = spanOf(unit, one);
    if (span) spans[one] = span;
  }
  return { quarters, spans };
}

async function standingQuarter(reader: Reader, filing: Filing, overlay: Overlay | null): Promise<StandingQuarter> {
  const view = await loadFilingView(reader, filing, overlay);
  const restated = view.restatements.map((one) => one.cell);
  const balances = filing.quarter === 1 ? await listOpeningBalances(reader, filing.unitId, filing.year) : [];
  const counted = isSettled(filing) ? (await checkedBooksOf(reader, filing.unitId, filing.year)).get(filing.quarter) : undefined;
  const explanations = await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id });
  return {
    filingId: filing.id,
    organ: filing.unitName,
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
    hash: view.hash,
  };
}
