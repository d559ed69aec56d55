import { describe, expect, it } from 'vitest';
import { findQuarter, listFilings, listQuarters, listYears } from '@/db/store';
import { dayAt } from '@/server/domain/periods';
import { seededRandom } from '@/server/domain/seeded-random';
import { loadBoard } from '@/server/queries/board';
import { loadIndicators } from '@/server/queries/indicators';
import { loadRollOverPlan } from '@/server/queries/roll-over';
import { aRollOver } from '@/server/testing/every-status';
import { inADistrict } from '@/server/testing/in-a-district';
import { eventsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import { createYear } from './create-year';
import { defineIndicator } from './define-indicator';
import { openQuarter } from './open-quarter';
import { rollOverYear } from './roll-over-year';
import { setOpenings } from './set-openings';
import { setQuarterDue } from './set-quarter-due';
import { withdrawYear } from './withdraw-year';

const late = { isLateMeant: true };

describe('a year that is not the next one', () => {
  const district = inADistrict();
  const years = async () => (await listYears(district().store.read)).map((one) => one.year);

  it('is asked back, and made once somebody says it is meant', async () => {
    for (const year of [2062, 2099, 2028, 2025]) {
      const refused = await expectRefused(createYear(district().admin, { year }), 'invalid');
      expect(refused.details).toEqual({ expected: 2027 });
    }
    expect(await years()).toEqual([2026]);
    await createYear(district().admin, { year: 2025, isMeant: true });
    await createYear(district().admin, { year: 2027 });
    expect(await years()).toEqual([2027, 2026, 2025]);
  });

  it('is asked back when a roll-over would make it', async () => {
    await createYear(district().admin, { year: 2030, isMeant: true });
    const { store, admin } = district();
    const plan = (from: number) => loadRollOverPlan(store.read, admin.actor, from, dayAt(admin.now()));
    expect([(await plan(2030)).expected, (await plan(2026)).expected]).toEqual([2027, null]);
    await expectRefused(rollOverYear(district().admin, { ...aRollOver(2030), changeId: 'over' }), 'invalid');
    expect((await rollOverYear(district().admin, { ...aRollOver(2030), changeId: 'over', isMeant: true })).year).toBe(2031);
  });

  it('is nobody’s default: the board and the indicators show the newest that has begun', async () => {
    await createYear(district().admin, { year: 2099, isMeant: true });
    const { store, admin } = district();
    const board = await loadBoard(store.read, admin.actor, { year: null }, { now: admin.now(), overlay: null });
    expect(board.year).toBe(2026);
    expect((await loadIndicators(store.read, admin.actor, null, '2026-04-08')).year).toBe(2026);
  });
});

describe('a year without any figure', () => {
  const district = inADistrict();

  it('is withdrawn with its quarters, empty tasks and indicators, and the log keeps it', async () => {
    const { admin, store } = district();
    await createYear(admin, { year: 2099, isMeant: true });
    await openQuarter(admin, { year: 2099, quarter: 1 });
    const facts = {
      name: '走访',
      unit: '次',
      addsUp: 'flow',
      overUnits: 'sum',
      exactness: 'exact',
      definition: '上门走访企业和群众的次数。',
      ownerUnitId: null,
      askedOf: null,
    } as const;
    await defineIndicator(admin, { year: 2099, key: 'visits', facts });
    const events = await eventsOf(store, () => withdrawYear(admin, { year: 2099 }));
    expect(events).toMatchObject([{ kind: 'year.withdrawn', payload: { year: 2099, filings: 2, indicators: ['走访'] } }]);
    expect((await listYears(store.read)).map((one) => one.year)).toEqual([2026]);
    expect([await listQuarters(store.read, 2099), await listFilings(store.read, { year: 2099 })]).toEqual([[], []]);
    await expectRefused(withdrawYear(admin, { year: 2099 }), 'not_found');
    await createYear(admin, { year: 2099, isMeant: true });
  });

  it('stays while there is anything in it: a figure, an opening', async () => {
    const { admin } = district();
    const holds = async (year: number) => (await expectRefused(withdrawYear(admin, { year }), 'invalid')).details;
    expect(await holds(2026)).toEqual({ holds: ['openings'] });
    await district().type();
    expect(await holds(2026)).toEqual({ holds: ['filings', 'openings'] });
    await createYear(admin, { year: 2027 });
    const values = [{ cell: 's3.carried_in.natural_person', raw: '1' }];
    await setOpenings(admin, { unitId: district().unitIds[0] ?? '', year: 2027, values, reason: '上年度已发布年报所列期末数' });
    expect(await holds(2027)).toEqual({ holds: ['openings'] });
  });
});

describe('a due day', () => {
  const district = inADistrict({ units: 3 });
  const due = async (quarter: 1 | 2 = 1) => (await findQuarter(district().store.read, 2026, quarter))?.dueOn;

  it('is refused before the quarter’s end and absurdly far, whichever way it comes', async () => {
    const { admin } = district();
    for (const dueOn of ['2020-01-01', '2026-03-30', '2099-04-15']) {
      await expectRefused(setQuarterDue(admin, { year: 2026, quarter: 1, dueOn, ...late }), 'invalid');
      await expectRefused(openQuarter(admin, { year: 2026, quarter: 1, dueOn, ...late }), 'invalid');
      await expectRefused(createYear(admin, { year: 2027, dueOn: { 4: dueOn === '2099-04-15' ? dueOn : '2027-12-30' } }), 'invalid');
      const dueOn4 = [`2027-04-15`, `2027-07-15`, `2027-10-15`, dueOn] as const;
      await expectRefused(rollOverYear(admin, { ...aRollOver(2026), changeId: dueOn, dueOn: dueOn4 }), 'invalid');
    }
    expect(await due()).toBe('2026-04-15');
  });

  it('that is over makes nobody late unasked: how many it would be is said', async () => {
    const { admin } = district();
    district().setClock('2026-11-30T02:00:00Z');
    const opened = await expectRefused(openQuarter(admin, { year: 2026, quarter: 2 }), 'invalid');
    expect([opened.details, opened.sentence.zh.includes('3 个单位')]).toEqual([{ units: 3, dueOn: '2026-07-15' }, true]);
    expect(await listFilings(district().store.read, { year: 2026, quarter: 2 })).toEqual([]);
    await openQuarter(admin, { year: 2026, quarter: 2, dueOn: '2026-12-15' });
    expect([await due(2), (await listFilings(district().store.read, { year: 2026, quarter: 2 })).length]).toEqual(['2026-12-15', 3]);
    const moved = await expectRefused(setQuarterDue(admin, { year: 2026, quarter: 2, dueOn: '2026-11-29' }), 'invalid');
    expect(moved.details).toEqual({ units: 3, dueOn: '2026-11-29' });
    await setQuarterDue(admin, { year: 2026, quarter: 2, dueOn: '2026-11-29', ...late });
    await openQuarter(admin, { year: 2026, quarter: 2 });
    expect(await due(2)).toBe('2026-11-29');
  });

  it('of 200 quarters, days and clocks: units are late at once only where somebody said so', async () => {
    const { admin, store } = district();
    const random = seededRandom(11);
    const wrong: unknown[] = [];
    const dayOf = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    for (let turn = 0; turn < 200; turn += 1) {
      const today = dayOf('2026-01-01', random.integer(0, 700));
      const dueOn = dayOf('2026-01-01', random.integer(-400, 1500));
      const isLateMeant = random.chance(0.3);
      const before = await due();
      district().setClock(`${today}T03:00:00Z`);
      const done = await setQuarterDue(admin, { year: 2026, quarter: 1, dueOn, isLateMeant }).then(
        () => true,
        () => false,
      );
      const after = (await findQuarter(store.read, 2026, 1))?.dueOn;
      const makesSense = dueOn >= '2026-03-31' && (dueOn <= '2027-12-31' || Date.parse(dueOn) - Date.parse(today) <= 366 * 86_400_000);
      const mayBe = makesSense && (dueOn >= today || isLateMeant);
      if (done !== mayBe || after !== (mayBe ? dueOn : before)) wrong.push({ today, dueOn, isLateMeant, done, after });
    }
    expect(wrong).toEqual([]);
  });
});
