import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { count, type Figure, type FigureBook, notApplicable } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { type QuarterBooks, rollUpUnits, rollUpYear } from '@/server/domain/roll-up';
import { anyYear } from '@/server/domain/roll-up/testing/a-book';
import type { FreshStore } from '../testing/fresh-store';
import { aFiling, aUnit } from '../testing/rows';
import { postgresBefore, sqliteBefore } from '../testing/store-before';
import { checkedBooksOf, listCheckedFigures, replaceCheckedFigures, sumCheckedFigures } from './checked-figures';

const format = getFormat('2021');
const year = 2026;
/** Cells that are known to every approved filing; sorted by some languages' rules they would stand in another order. */
const always = new Map<string, Figure>([
  ['s2.admin_fees', { state: 'number', value: 592_372_449, decimals: 4 }],
  ['s2.licensing_decisions', notApplicable],
  ['s3.granted.natural_person', count(0)],
  ['s3.granted_part.natural_person', count(9_007_199_254)],
]);
const indicators: FigureBook = new Map<string, Figure>([
  ['x.i1', count(-3)],
  ['x.training', { state: 'number', value: 1250, decimals: 1 }],
]);

/** Four units: three know all their cells, one lacks some; one has a quarter that is not approved, one has indicators of its own. */
const years = [
  ...fc.sample(anyYear(format, { withUnknown: false }), { numRuns: 3, seed: 20261126 }),
  ...fc.sample(anyYear(format, { withUnknown: true }), { numRuns: 1, seed: 20261126 }),
].map((books, unit) =>
  books.map((book, quarter) =>
    unit === 2 && quarter === 1 ? null : new Map([...(book ?? []), ...always, ...(unit === 1 ? indicators : [])]),
  ),
) as unknown as QuarterBooks[];

const engines = [
  { engine: 'SQLite', open: sqliteBefore },
  { engine: 'PostgreSQL', open: postgresBefore },
];

/** Approved before the ledger was packed, one row for each figure. */
describe.each(engines)('T8: a database of the time before the ledger was packed, on $engine', ({ open }) => {
  let fresh: FreshStore;
  beforeAll(async () => {
    const old = await open('pack_the_ledger');
    const rows = years.flatMap((books, unit) =>
      books.flatMap((book, quarter) => [...(book ?? [])].flatMap(([cell, figure]) => oldRow(unit, quarter + 1, cell, figure))),
    );
    await old.run(
      `insert into checked_figures (year, cell, quarter, unit_id, is_applicable, value, decimals, filing_id, submission_number) values ${rows.join(', ')};`,
    );
    fresh = await old.bringUpToDate();
  });
  afterAll(() => fresh.remove());
  const read = () => fresh.store.read;
  const ids = years.map((_, unit) => `unit-${unit}`);

  it('gives every figure of every approved quarter back as it was', async () => {
    for (const [unit, books] of years.entries()) {
      const kept = await checkedBooksOf(read(), `unit-${unit}`, year);
      expect([1, 2, 3, 4].map((quarter) => kept.get(quarter) ?? null)).toEqual(books.map((book) => book && known(book)));
    }
    expect(await checkedBooksOf(read(), 'unit-0', year + 1)).toEqual(new Map());
  });

  it('rolls up to the figures of before', async () => {
    const sums = await sumCheckedFigures(read(), year, null);
    const plain = rollUpUnits(
      format,
      years.map((books, unit) => ({ unit: String(unit), figures: rollUpYear(format, books).figures })),
    ).figures;
    expect(rollUpYear(format, [1, 2, 3, 4].map((quarter) => sums.get(quarter) ?? null) as unknown as QuarterBooks).figures).toEqual(plain);
    expect(plain.size).toBeGreaterThan(50);
  });

  it('still knows the submission each figure came from', async () => {
    expect(await listCheckedFigures(read(), year, ['x.i1'], ids)).toEqual(
      [1, 2, 3, 4].map((quarter) => ({
        unitId: 'unit-1',
        quarter,
        cell: 'x.i1',
        figure: count(-3),
        filingId: `unit-1 ${quarter}`,
        submissionNumber: quarter,
      })),
    );
  });

  it('takes a new approval beside the old ones, in a list that is there already', async () => {
    const { id: unitId } = await aUnit(fresh.store);
    const of = { unitId, year, quarter: 1 };
    const filingId = await aFiling(fresh.store, of);
    const book = known(years[1]?.[0] ?? new Map());
    await fresh.store.tx((tx) => replaceCheckedFigures(tx, { ...of, filingId, submissionNumber: 1 }, book));
    expect((await checkedBooksOf(read(), unitId, year)).get(1)).toEqual(book);
    const lists = await read().db.select().from(read().t.cellLists);
    const kinds = new Set(years.flatMap((books) => books.flatMap((one) => (one ? [[...known(one).keys()].sort().join()] : []))));
    expect(lists).toHaveLength(kinds.size);
  });
});

function oldRow(unit: number, quarter: number, cell: string, figure: Figure): string[] {
  if (figure.state !== 'number' && figure.state !== 'not_applicable') return [];
  const [isApplicable, value, decimals] = figure.state === 'number' ? [true, figure.value, figure.decimals] : [false, 0, 0];
  return [
    `(${year}, '${cell}', ${quarter}, 'unit-${unit}', ${isApplicable}, ${value}, ${decimals}, 'unit-${unit} ${quarter}', ${quarter})`,
  ];
}

function known(book: FigureBook): Map<string, Figure> {
  return new Map([...book].filter(([, { state }]) => state === 'number' || state === 'not_applicable'));
}
