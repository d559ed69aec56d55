import { afterAll, beforeAll, expect, it } from 'vitest';
import { count } from '@/server/domain/figures';
import { type FreshStore, freshSqliteStore } from '../testing/fresh-store';
import { aFiling, aUnit } from '../testing/rows';
import { listCheckedFigures, replaceCheckedFigures, sumCheckedFigures } from './checked-figures';

const cell = 's3.granted.natural_person';
const units = Array.from({ length: 130 }, (_, index) => ({ number: index + 1, id: `unit-${index + 1}` }));
let fresh: FreshStore;

/** Unit 1 has 1 case in the year and 100 in the year after, unit 2 has 2 and 200, and so on. */
beforeAll(async () => {
  fresh = await freshSqliteStore();
  await fresh.store.fill(async () => {
    for (const { id, number } of units) {
      await aUnit(fresh.store, { id });
      for (const { year, cases } of [
        { year: 2026, cases: number },
        { year: 2027, cases: number * 100 },
      ]) {
        const of = { unitId: id, year, quarter: 1 };
        const filingId = await aFiling(fresh.store, of);
        await fresh.store.tx((tx) => replaceCheckedFigures(tx, { ...of, filingId, submissionNumber: 1 }, new Map([[cell, count(cases)]])));
      }
    }
  });
});
afterAll(() => fresh.remove());

it.each([1, 2, 99, 100, 101, 129, 130])('sums the first %i of 130 units, whichever way is fast for so many', async (most) => {
  const part = units.slice(0, most);
  const sums = await sumCheckedFigures(
    fresh.store.read,
    2026,
    part.map((unit) => unit.id),
  );
  expect(sums.get(1)?.get(cell)).toEqual(count(part.reduce((sum, unit) => sum + unit.number, 0)));
  const listed = await listCheckedFigures(
    fresh.store.read,
    2026,
    [cell],
    part.map((unit) => unit.id),
  );
  expect(listed.map((one) => one.unitId).sort()).toEqual(part.map((unit) => unit.id).sort());
});

it('sums every unit when none is named, and nothing for an empty list', async () => {
  expect((await sumCheckedFigures(fresh.store.read, 2026, null)).get(1)?.get(cell)).toEqual(count((130 * 131) / 2));
  expect(await sumCheckedFigures(fresh.store.read, 2026, [])).toEqual(new Map());
});
