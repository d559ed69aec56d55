import { type Figure, type FigureBook, numberAt } from '../figures';
import { type Cell, type CellId, type Format, leafCells } from '../formats';
import { applicantKinds } from '../formats/applicant-columns';
import { disputeBlocks, disputeResults } from '../formats/table-4-disputes';
import { splitReport } from '../rehearsal';
import { publishedReport } from '../rehearsal/testing/published-report';
import type { SeededRandom } from '../seeded-random';
import type { PastQuarters } from '../subject';
import type { CheckedFiling } from '../workflow/filing-subject';
import { publishedReports } from './published-reports';

/** A unit's quarters in a row, the first of the first year first: every leaf filled. */
export interface UnitQuarters {
  report: string;
  format: Format;
  organ: string;
  firstYear: number;
  quarters: readonly FigureBook[];
}

/**
 * Every stored report as years of its units. A report of one year alone is split again and again: its units then differ from year to
 * year in size and pace, more than real ones do. Two reports of the same organ follow one another as they were published.
 */
export function unitsOverYears(seed: number): UnitQuarters[] {
  const { pingtan2021, pingtan2022, ...rest } = publishedReports;
  const runs: [string, readonly unknown[]][] = [
    ...Object.entries({ ...rest, pingtan2021, pingtan2022 }).map(([name, json]): [string, readonly unknown[]] => [
      name,
      [json, json, json],
    ]),
    ['pingtan2021 then 2022', [pingtan2021, pingtan2022]],
  ];
  return runs.flatMap(([report, years]) => {
    const split = years.map((json, at) => {
      const { format, content } = publishedReport(json as Parameters<typeof publishedReport>[0]);
      return { format, content, ...splitReport({ format, content, seed: seed + 1000 * at }) };
    });
    const [first] = split;
    if (!first) return [];
    return first.units.map(
      (unit, at): UnitQuarters => ({
        report,
        format: first.format,
        organ: unit.name,
        firstYear: first.content.year,
        quarters: split.flatMap((year) => year.units[at]?.quarters ?? []),
      }),
    );
  });
}

/** One of the quarters as the rules look at it, with those before it as its past. */
export function filingOf(unit: UnitQuarters, at: number, changed: ReadonlyMap<CellId, Figure> = new Map()): CheckedFiling {
  const { format, organ, firstYear, quarters } = unit;
  const book = new Map([...(quarters[at] ?? new Map()), ...changed]);
  const openings = new Map([...book].filter(([id]) => format.cells.get(id)?.addsUp === 'opening'));
  return {
    organ,
    year: firstYear + Math.floor(at / 4),
    quarter: (at % 4) + 1,
    powers: ['regulations', 'licensing', 'penalty', 'coercion', 'fees'],
    format,
    book,
    openings,
    restated: new Set(),
    past: pastOf(unit, at),
  };
}

function pastOf({ format, firstYear, quarters }: UnitQuarters, at: number): PastQuarters {
  const from = Math.max(0, at - 12);
  const past = quarters.slice(from, at);
  return {
    quarters: past.map((_, index) => ({ year: firstYear + Math.floor((from + index) / 4), quarter: ((from + index) % 4) + 1 })),
    values: Object.fromEntries(
      leafCells(format)
        .filter((cell) => cell.addsUp === 'flow' || cell.addsUp === 'closing')
        .map((cell) => [cell.id, past.map((book) => numberAt(book, cell.id))]),
    ),
    peers: {},
  };
}

export const slipKinds = ['ten times', 'a tenth', '元 for 万元', 'two columns', 'year to date'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** Cells with what is typed in place of the truth; null where the quarter has nothing large enough for such a slip. */
export function plantSlip(unit: UnitQuarters, at: number, kind: SlipKind, random: SeededRandom): Map<CellId, Figure> | null {
  const book = unit.quarters[at] ?? new Map();
  const typed = leafCells(unit.format).filter((cell) => cell.addsUp === 'flow');
  const stated = ({ id }: Cell) => numberAt(book, id) ?? 0;
  const things = (cell: Cell) => stated(cell) / (cell.quantity === 'count' ? 1 : cell.quantity === 'yuan' ? 10_000 : 100_000);
  const change = (some: readonly Cell[], by: (value: number) => number) => {
    const cell = some.length > 0 ? some[random.integer(0, some.length - 1)] : undefined;
    return cell ? new Map([[cell.id, number(by(stated(cell)))]]) : null;
  };
  switch (kind) {
    case 'ten times':
      return change(
        typed.filter((cell) => things(cell) >= 3),
        (value) => value * 10,
      );
    case 'a tenth':
      return change(
        typed.filter((cell) => things(cell) >= 10),
        (value) => Math.round(value / 10),
      );
    case '元 for 万元':
      return change(
        typed.filter((cell) => cell.quantity === 'ten_thousand_yuan' && stated(cell) > 0),
        (value) => value * 10_000,
      );
    case 'two columns':
      return exchange(unit.format, book, random);
    case 'year to date':
      return yearToDate(unit, at, typed);
    default:
      throw new Error(kind satisfies never);
  }
}

/** Two columns whose figures are at least 5 apart: a whole column of table 三, one row of it, or two results of table 四. */
function exchange(format: Format, book: FigureBook, random: SeededRandom): Map<CellId, Figure> | null {
  const rows = [...format.cells.values()]
    .filter((cell) => cell.id.endsWith('.natural_person') && (cell.addsUp === 'flow' || cell.addsUp === 'closing'))
    .map((cell) => cell.id.slice(0, -'natural_person'.length));
  const columns = eachPair(applicantKinds.map(({ key }) => key));
  const swaps: (readonly (readonly [CellId, CellId])[])[] = [
    ...columns.map(([a, b]) => rows.map((row) => [`${row}${a}`, `${row}${b}`] as const)),
    ...columns.flatMap(([a, b]) => rows.map((row) => [[`${row}${a}`, `${row}${b}`] as const])),
    ...disputeBlocks.flatMap(({ key }) =>
      eachPair(disputeResults.map((result) => result.key)).map(([a, b]) => [[`s4.${key}.${a}`, `s4.${key}.${b}`] as const]),
    ),
  ];
  const apart = swaps.filter((swap) => {
    const [first] = swap;
    return first && Math.abs((numberAt(book, first[0]) ?? 0) - (numberAt(book, first[1]) ?? 0)) >= 5;
  });
  const swap = apart.length > 0 ? apart[random.integer(0, apart.length - 1)] : undefined;
  return swap
    ? new Map(swap.flatMap(([a, b]) => [[a, number(numberAt(book, b) ?? 0)] as const, [b, number(numberAt(book, a) ?? 0)] as const]))
    : null;
}

/** Tables 二 and 四 from a running list; table 三 would not balance. */
function yearToDate({ quarters }: UnitQuarters, at: number, typed: readonly Cell[]): Map<CellId, Figure> | null {
  if (at % 4 === 0) return null;
  const year = quarters.slice(at - (at % 4), at + 1);
  return new Map(
    typed
      .filter((cell) => cell.table !== 't3')
      .map((cell) => [cell.id, number(year.reduce((sum, book) => sum + (numberAt(book, cell.id) ?? 0), 0))]),
  );
}

function eachPair<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((first, at) => all.slice(at + 1).map((second): [T, T] => [first, second]));
}

function number(value: number): Figure {
  return { state: 'number', value, decimals: 0 };
}
