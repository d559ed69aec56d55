import { describe, expect, it } from 'vitest';
import { inADistrict } from '../testing/in-a-district';
import { findUnitsNamed } from './find-units';

const today = '2026-04-20';

describe('units by a few letters of their name', () => {
  const district = inADistrict({ units: 8, openQuarters: [1, 2] });

  it('are found by words and initials, at most six, each with its newest quarter', async () => {
    const { store, reviewer, unitIds } = district();
    const find = (query: string) => findUnitsNamed(store.read, reviewer.actor, query, today);
    const [one, ...rest] = await find('2局');
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ unitId: unitIds[1], filing: { year: 2026, quarter: 2 }, reportYear: 2026, isGovernment: false });
    expect((await find('slq 2')).map((unit) => unit.name)).toEqual([one?.name]);
    expect(await find('示例区')).toHaveLength(6);
    expect([await find(''), await find('%'), await find('没有这个单位')]).toEqual([[], [], []]);
  });

  it('are not there for a clerk', async () => {
    const { store, clerk } = district();
    await expect(findUnitsNamed(store.read, clerk(1).actor, '局', today)).rejects.toMatchObject({ code: 'not_found' });
  });
});
