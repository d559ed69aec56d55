import { expect, it } from 'vitest';
import {
  insertIndicator,
  isCellFilled,
  listIndicatorKeys,
  listIndicators,
  listIndicatorsOfKey,
  type Store,
  type StoredIndicator,
  updateIndicator,
  upsertFigure,
} from '../../store';
import { aFiling, aUnit, someDay } from '../rows';

/** Local indicators read back as they were written, on either engine. */
export function indicatorContract(store: () => Store): void {
  const insert = (indicator: StoredIndicator) => store().tx((tx) => insertIndicator(tx, indicator));

  it('the indicators of a year come in their order, retired ones among them, and change', async () => {
    const unit = await aUnit(store());
    const [second, first] = [
      anIndicator({ year: 2071, key: 'b_posts', sort: 2, askedOf: [unit.id], ownerUnitId: unit.id }),
      anIndicator({ year: 2071, key: 'z_spent', sort: 1, unit: '万元', addsUp: 'closing', overUnits: 'none', exactness: 'about' }),
    ];
    for (const one of [second, first]) await insert(one);
    expect(await listIndicators(store().read, 2071)).toEqual([first, second]);
    expect(await listIndicators(store().read, 2072)).toEqual([]);
    await store().tx((tx) => updateIndicator(tx, first, { sort: 3, retiredAt: someDay, askedOf: [unit.id] }));
    await store().tx((tx) => updateIndicator(tx, second, { name: '新名称', askedOf: null }));
    expect(await listIndicators(store().read, 2071)).toEqual([
      { ...second, name: '新名称', askedOf: null },
      { ...first, sort: 3, retiredAt: someDay, askedOf: [unit.id] },
    ]);
  });

  it('a key is unique within a year and is found in every year that has it, the newest first', async () => {
    const years = [2073, 2074].map((year) => anIndicator({ year, key: 'in_two_years' }));
    for (const one of years) await insert(one);
    expect(await listIndicatorsOfKey(store().read, 'in_two_years')).toEqual([...years].reverse());
    expect(await listIndicatorKeys(store().read)).toEqual(expect.arrayContaining(['in_two_years']));
    expect((await listIndicatorKeys(store().read)).filter((key) => key === 'in_two_years')).toHaveLength(1);
    await expect(insert(anIndicator({ year: 2073, key: 'in_two_years' }))).rejects.toThrow();
  });

  it('a cell is filled in a year once a filing of it holds something, even what cannot be read; an emptied one is not', async () => {
    const unit = await aUnit(store());
    const filingId = await aFiling(store(), { unitId: unit.id, year: 2075, quarter: 1 });
    const isFilled = async () => [
      await isCellFilled(store().read, 2075, 'x.filled'),
      await isCellFilled(store().read, 2075, 'x.other'),
      await isCellFilled(store().read, 2074, 'x.filled'),
    ];
    const save = (raw: string, figure: Parameters<typeof upsertFigure>[2]['figure'], version: number) =>
      store().tx((tx) => upsertFigure(tx, filingId, { cell: 'x.filled', raw, figure, version, savedBy: 'clerk', savedAt: someDay }));
    expect(await isFilled()).toEqual([false, false, false]);
    await save('约', { state: 'unreadable', raw: '约' }, 1);
    expect(await isFilled()).toEqual([true, false, false]);
    await save('', { state: 'not_filled' }, 2);
    expect(await isFilled()).toEqual([false, false, false]);
  });
}

function anIndicator(some: Partial<StoredIndicator> & Pick<StoredIndicator, 'year' | 'key'>): StoredIndicator {
  return {
    name: `指标 ${some.key}`,
    unit: '条',
    addsUp: 'flow',
    overUnits: 'sum',
    exactness: 'exact',
    definition: '原创发布的条数。',
    ownerUnitId: null,
    askedOf: null,
    sort: 1,
    retiredAt: null,
    ...some,
  };
}
