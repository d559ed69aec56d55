import { describe, expect, it } from 'vitest';
import { findUnit, listIndicators, listOpeningBalances, listPhrases, listUnits } from '@/db/store';
import type { IndicatorFacts } from '@/server/domain/formats';
import { inADistrict } from '@/server/testing/in-a-district';
import { expectRefused } from '@/server/testing/refusal-of';
import { addPhrase } from './add-phrase';
import { changeIndicator } from './change-indicator';
import { changePhrase } from './change-phrase';
import { changeUnit } from './change-unit';
import { createUnit } from './create-unit';
import { defineIndicator } from './define-indicator';
import { setOpenings } from './set-openings';
import { setQuarterDue } from './set-quarter-due';

describe('two administrators at once', () => {
  const district = inADistrict();
  const twoAdmins = async () => {
    const { admin, rootId, reviewer } = district();
    return [admin, await district().withPost(reviewer, 'admin', rootId)] as const;
  };

  it('tick 行政处罚 and 行政事业性收费 on one unit: both stay, and a changed name with them', async () => {
    const [one, other] = await twoAdmins();
    const unitId = district().unitIds[1] ?? '';
    const unit = await findUnit(district().store.read, unitId);
    if (!unit) throw new Error('no unit');
    const seen = { name: unit.name, kind: unit.kind, powers: [], opensOn: unit.opensOn, needsSignOff: false };
    await changeUnit(one, { unitId, seen, change: { ...seen, name: '示例区市场局', powers: ['penalty'] } });
    await changeUnit(other, { unitId, seen, change: { ...seen, powers: ['fees'] } });
    expect(await findUnit(district().store.read, unitId)).toMatchObject({ name: '示例区市场局', powers: ['penalty', 'fees'] });
  });

  it('on the same fact of a unit: the second reads both values and who changed it', async () => {
    const [one, other] = await twoAdmins();
    const unitId = district().unitIds[1] ?? '';
    const seen = { kind: 'department', opensOn: '2020-01-01' } as const;
    await changeUnit(one, { unitId, seen, change: { ...seen, opensOn: '2021-01-01' } });
    const refused = await expectRefused(changeUnit(other, { unitId, seen, change: { ...seen, opensOn: '2022-01-01' } }), 'conflict');
    for (const part of ['2021-01-01', '2022-01-01', one.actor.name, '设立日期']) expect(refused.sentence.zh).toContain(part);
    expect(await findUnit(district().store.read, unitId)).toMatchObject({ opensOn: '2021-01-01' });
  });

  it('change an indicator, a phrase, an opening and a due day: what one did is not undone by the other', async () => {
    const [one, other] = await twoAdmins();
    const { store, year, unitIds } = district();
    const facts: IndicatorFacts = {
      name: '走访',
      unit: '次',
      addsUp: 'flow',
      overUnits: 'sum',
      exactness: 'exact',
      definition: '上门走访企业和群众的次数。',
      ownerUnitId: null,
      askedOf: null,
    };
    await defineIndicator(one, { year, key: 'visits', facts });
    await changeIndicator(one, { year, key: 'visits', seen: facts, facts: { ...facts, name: '上门走访' } });
    await changeIndicator(other, { year, key: 'visits', seen: facts, facts: { ...facts, definition: '含线上走访的次数。' } });
    expect(await listIndicators(store.read, year)).toMatchObject([{ name: '上门走访', definition: '含线上走访的次数。' }]);
    const clash = await expectRefused(
      changeIndicator(other, { year, key: 'visits', seen: facts, facts: { ...facts, name: '走访企业' } }),
      'conflict',
    );
    for (const part of ['上门走访', '走访企业', one.actor.name]) expect(clash.sentence.zh).toContain(part);

    const { id } = await addPhrase(one, { text: '请核对。' });
    await changePhrase(one, { phraseId: id, seen: '请核对。', text: '请核对台账。' });
    const said = await expectRefused(changePhrase(other, { phraseId: id, seen: '请核对。', text: '请复核。' }), 'conflict');
    for (const part of ['请核对台账。', '请复核。', one.actor.name]) expect(said.sentence.zh).toContain(part);
    expect((await listPhrases(store.read)).map((phrase) => phrase.text)).toEqual(['请核对台账。']);

    const cell = 's3.carried_in.natural_person';
    const unitId = unitIds[0] ?? '';
    const opening = { unitId, year, reason: '上年度已发布年报所列期末数' };
    await setOpenings(one, { ...opening, values: [{ cell, raw: '3', seen: '0' }] });
    await expectRefused(setOpenings(other, { ...opening, values: [{ cell, raw: '4', seen: '0' }] }), 'conflict');
    expect((await listOpeningBalances(store.read, unitId, year)).find((balance) => balance.cell === cell)?.value).toBe(3);

    await setQuarterDue(one, { year, quarter: 2, seen: '2026-07-15', dueOn: '2026-07-20' });
    await expectRefused(setQuarterDue(other, { year, quarter: 2, seen: '2026-07-15', dueOn: '2026-07-25' }), 'conflict');
  });

  it('add a unit whose name looks like another below the same parent: it is one name; below another parent it is another', async () => {
    const [one] = await twoAdmins();
    const { rootId, store } = district();
    const add = (name: string, parentId = rootId) => createUnit(one, { parentId, name, kind: 'street', powers: [], opensOn: '2026-01-01' });
    const { id } = await add('城管局（本级）');
    for (const name of ['城管局(本级)', ' 城管局 （本级）', '城 管 局（本　级）']) {
      const refused = await expectRefused(add(name), 'invalid');
      expect(refused.sentence.zh).toContain('城管局（本级）');
    }
    await add('城管局（本级）', id);
    expect((await listUnits(store.read)).filter((unit) => unit.name === '城管局（本级）')).toHaveLength(2);
  });
});
