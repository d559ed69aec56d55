import { describe, expect, it } from 'vitest';
import { findUnit, listFilings, listQuarters } from '@/db/store';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { changeUnit } from './change-unit';
import { closeUnits } from './close-units';
import { createUnit } from './create-unit';
import { createYear } from './create-year';
import { openQuarter } from './open-quarter';
import { setQuarterDue } from './set-quarter-due';

describe('units', () => {
  const district = inADistrict();
  const newUnit = (name: string) =>
    createUnit(district().admin, { parentId: district().rootId, name, kind: 'street', powers: ['penalty'], opensOn: '2026-05-01' });

  it('stand below their parent, under a name of their own', async () => {
    const unit = await newUnit(' 示例街道办事处 ');
    expect(await findUnit(district().store.read, unit.id)).toMatchObject({
      name: '示例街道办事处',
      parentId: district().rootId,
      path: [district().rootId, unit.id],
    });
    await expectRefused(newUnit('示例街道办事处'), 'invalid');
    await expectRefused(newUnit(' '), 'invalid');
    await expectRefused(
      createUnit(district().admin, { parentId: 'nowhere', name: '某局', kind: 'department', powers: [], opensOn: '2026-01-01' }),
      'not_found',
    );
  });

  it('change only what is named, and a change of nothing is no event', async () => {
    const unitId = district().unitIds[0] ?? '';
    const kinds = await kindsOf(district().store, () => changeUnit(district().admin, { unitId, change: { kind: 'street' } }));
    expect([kinds, await findUnit(district().store.read, unitId)]).toMatchObject([['unit.changed'], { name: '示例区1局', kind: 'street' }]);
    expect(await kindsOf(district().store, () => changeUnit(district().admin, { unitId, change: {} }))).toEqual([]);
    await expectRefused(changeUnit(district().admin, { unitId, change: { name: '示例区2局' } }), 'invalid');
  });

  it('R7: have their name corrected only until something was submitted under it: then a new unit succeeds', async () => {
    const unitId = district().unitIds[0] ?? '';
    const rename = (name: string) => changeUnit(district().admin, { unitId, change: { name } });
    await rename('示例区政府办公室');
    await district().submit();
    const refused = await expectRefused(rename('示例区政府办'), 'invalid');
    expect(refused.sentence.zh).toContain('撤并、更名');
    await changeUnit(district().admin, { unitId, change: { name: '示例区政府办公室', powers: ['fees'] } });
    expect(await findUnit(district().store.read, unitId)).toMatchObject({ name: '示例区政府办公室', powers: ['fees'] });
  });
});

describe('a year', () => {
  const district = inADistrict();

  it('is created once, with four quarters due on the 15th of the month after', async () => {
    await createYear(district().admin, { year: 2027 });
    expect((await listQuarters(district().store.read, 2027)).map((quarter) => quarter.dueOn)).toEqual([
      '2027-04-15',
      '2027-07-15',
      '2027-10-15',
      '2028-01-15',
    ]);
    await expectRefused(createYear(district().admin, { year: 2027 }), 'invalid');
    await setQuarterDue(district().admin, { year: 2027, quarter: 1, dueOn: '2027-04-20' });
    expect((await listQuarters(district().store.read, 2027))[0]?.dueOn).toBe('2027-04-20');
  });

  it('gives every unit that exists in a quarter one filing; opened again, it adds those that came since', async () => {
    const open = () => openQuarter(district().admin, { year: 2026, quarter: 2 });
    await open();
    await createUnit(district().admin, {
      parentId: district().rootId,
      name: '新设街道',
      kind: 'street',
      powers: [],
      opensOn: '2026-06-30',
    });
    await createUnit(district().admin, {
      parentId: district().rootId,
      name: '更晚的街道',
      kind: 'street',
      powers: [],
      opensOn: '2026-07-01',
    });
    await closeUnits(district().admin, { unitIds: [district().unitIds[1] ?? ''], closesOn: '2026-03-31', into: null });
    await Promise.all([open(), open()]);
    const names = (await listFilings(district().store.read, { year: 2026, quarter: 2 })).map((filing) => filing.unitName);
    expect(names).toEqual(['示例区1局', '新设街道']);
    await expectRefused(openQuarter(district().admin, { year: 2031, quarter: 2 }), 'not_found');
  });
});
