import { expect, it } from 'vitest';
import type { RollOverPlan } from './roll-over';
import { rollOverPage } from './roll-over-page';

const names = Array.from({ length: 1000 }, (_, index) => ({ unitId: `u${index}`, name: `示例区第${index}局` }));
const paragraph = { key: 'preamble', index: 0, stored: '', printed: '', live: 0, untyped: [], oldYears: [], isThere: false };
const edition = (unitId: string, isFinal = false) => ({
  unitId,
  organ: '',
  scope: 'own_organ',
  edition: 1,
  isFinal,
  paragraphs: [paragraph],
});
const plan = {
  unfinished: [{ quarter: 4, of: 1000, units: names }],
  openings: {
    units: names.map((unit, index) => ({ ...unit, unknown: index % 2, above: [] })),
    sums: { cells: [{ cell: 'c', sum: null, unknownIn: names }] },
    differences: names.slice(0, 25).map((unit) => ({ ...unit, edition: 1, cells: [] })),
  },
  editions: [edition('root'), ...names.map(({ unitId }, index) => edition(unitId, index === 0))],
} as unknown as RollOverPlan;

it('every unit is on one page of the plan, what is counted is counted over all, and all proposed paragraphs go with it', () => {
  const first = rollOverPage(plan, {});
  const pages = Array.from({ length: first.openings.units.pages }, (_, at) => rollOverPage(plan, { units: at + 1 }).openings.units.lines);
  expect(pages.flat()).toEqual(plan.openings.units);
  const { known, of, unknown, sums, differences } = first.openings;
  expect([known, of, unknown.count, sums.lacking.count, differences.of, differences.pages]).toEqual([500, 1000, 500, 1000, 25, 3]);
  expect(first.unfinished).toMatchObject([{ quarter: 4, of: 1000, count: 1000 }]);
  expect([first.editions.ofWhole.map((one) => one.unitId), first.editions.ofUnits.of]).toEqual([['root'], 1000]);
  expect(first.usualParagraphs).toHaveLength(1000);
  expect(JSON.stringify({ ...first, usualParagraphs: [] }).length).toBeLessThan(20_000);
});

it('a page behind the last one is the last', () => {
  expect(rollOverPage(plan, { differences: 99 }).openings.differences).toMatchObject({ page: 3, lines: { length: 5 } });
});
