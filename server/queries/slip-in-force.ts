import { type Correction, type CorrectionSlip, listCorrections, listSubmissions, type Reader, type Submission } from '@/db/store';
import {
  cellEffects,
  formatOver,
  type PrintedEffect,
  printedCells,
  quartersInReach,
  type StandingQuarter,
  slipPeriod,
  successorOf,
  type UnitBooks,
} from '@/server/domain/corrections';
import type { FigureBook } from '@/server/domain/figures';
import { type QuarterBooks, rollUpYear, wholeYear } from '@/server/domain/roll-up';
import { readSubmission } from '@/server/views/submission-content';

/** What an accepted slip changed, told by the log and the frozen submissions: as it was then, whatever was corrected since. */
export async function effectInForce(reader: Reader, slip: CorrectionSlip, books: UnitBooks): Promise<PrintedEffect> {
  const inReach = quartersInReach(books);
  const filingIds = inReach.map((quarter) => quarter.filingId);
  const own = (await listCorrections(reader, filingIds)).filter((one) => {
    const isOwn = books.quarters.some((quarter) => quarter.filingId === one.filingId);
    return one.slip === slip.number && one.slipYear === slip.year && one.slipUnitId === (isOwn ? null : slip.unitId);
  });
  const named = new Set(slip.changes.map(({ quarter }) => keyOf(slipPeriod(slip.year, quarter))));
  const touched = inReach.flatMap((quarter) => {
    const correction = own.find((one) => one.filingId === quarter.filingId);
    return correction ? [{ quarter, correction }] : [];
  });
  const years = [];
  for (const year of new Set(touched.filter((one) => successorOf(books, one.quarter) === null).map((one) => one.quarter.year))) {
    const quarters = books.quarters.filter((quarter) => quarter.year === year);
    const format = formatOver(quarters);
    if (!format) continue;
    const pairs = new Map<number, Pair>();
    for (const quarter of quarters) pairs.set(quarter.quarter, await pairOf(reader, slip, quarter, own));
    const add = (side: keyof Pair) => rollUpYear(format, booksOf(pairs, side), books.spans[year] ?? wholeYear).figures;
    years.push({ year, cells: printedCells(format, cellEffects([...format.cells.keys()], add('before'), add('after'))) });
  }
  return {
    quarters: touched.map(({ quarter, correction }) => ({
      year: quarter.year,
      quarter: quarter.quarter,
      successor: successorOf(books, quarter),
      isNamed: named.has(keyOf(quarter)),
      isSettled: true,
      cells: correction.changes,
    })),
    years,
  };
}

interface Pair {
  before: FigureBook | null;
  after: FigureBook | null;
}

/** The approved leaves of a quarter just before and just after the slip was accepted. */
async function pairOf(reader: Reader, slip: CorrectionSlip, quarter: StandingQuarter, own: readonly Correction[]): Promise<Pair> {
  const decided = slip.decidedAt?.getTime() ?? 0;
  const approved = (await listSubmissions(reader, quarter.filingId)).filter(
    (one) => one.outcome === 'approved' && (one.decidedAt?.getTime() ?? Number.POSITIVE_INFINITY) <= decided,
  );
  const made = own.find((one) => one.filingId === quarter.filingId)?.submissionNumber;
  const after = made === undefined ? approved.at(-1) : approved.find((one) => one.number === made);
  const before = made === undefined ? after : approved.findLast((one) => one.number < made);
  return { before: leavesOf(before), after: leavesOf(after) };
}

function leavesOf(submission: Submission | undefined): FigureBook | null {
  return submission ? new Map(Object.entries(readSubmission(submission.content).figures)) : null;
}

function booksOf(pairs: ReadonlyMap<number, Pair>, side: keyof Pair): QuarterBooks {
  const at = (quarter: number) => pairs.get(quarter)?.[side] ?? null;
  return [at(1), at(2), at(3), at(4)];
}

function keyOf({ year, quarter }: { year: number; quarter: number }): string {
  return `${year}Q${quarter}`;
}
