import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listIndicators } from '@/db/store';
import type { IndicatorFacts } from '@/server/domain/formats';
import { loadIndicators } from '@/server/queries/indicators';
import { typeCell } from '../../testing/a-district';
import { indicatorFacts } from '../../testing/every-status';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { changeIndicator } from './change-indicator';
import { closeUnits } from './close-units';
import { copyIndicators } from './copy-indicators';
import { createYear } from './create-year';
import { defineIndicator } from './define-indicator';
import { orderIndicators } from './order-indicators';
import { retireIndicator } from './retire-indicator';

describe('the local indicators of a year', () => {
  const district = inADistrict();
  const year = 2026;
  const define = (facts: Partial<IndicatorFacts> = {}, key?: string) =>
    defineIndicator(district().admin, { year, key, facts: { ...indicatorFacts('发布条数'), ...facts } });
  const order = (by: CommandContext, keys: string, seen = 'abc') => orderIndicators(by, { year, keys: [...keys], seen: [...seen] });
  const list = async (of = year) => listIndicators(district().store.read, of);

  it('are defined at the end of the list, under the next number when no key is given, with an event', async () => {
    const kinds = await kindsOf(district().store, async () => {
      expect(await define()).toEqual({ key: 'i1' });
      expect(await define({ name: ' 培训人次 ', unit: ' 人次 ' }, 'training')).toEqual({ key: 'training' });
      expect(await define({ name: '解读材料' })).toEqual({ key: 'i2' });
    });
    expect(kinds).toEqual(['indicator.defined', 'indicator.defined', 'indicator.defined']);
    expect((await list()).map(({ key, name, unit, sort }) => [key, name, unit, sort])).toEqual([
      ['i1', '发布条数', '条', 1],
      ['training', '培训人次', '人次', 2],
      ['i2', '解读材料', '条', 3],
    ]);
  });

  it.each<[string, Partial<IndicatorFacts>, string?]>([
    ['no name', { name: '  ' }],
    ['no unit', { unit: '' }],
    ['a rate', { unit: '%' }],
    ['a unit that hides powers of ten', { unit: '万次' }],
    ['no definition', { definition: ' ' }],
    ['nobody asked', { askedOf: [] }],
    ['a unit that is not there', { askedOf: ['nowhere'] }],
    ['an owner that is not there', { ownerUnitId: 'nowhere' }],
    ['a name of the year', { name: '已有' }],
    ['a key of the year', {}, 'taken'],
    ['a key that is not one', {}, '发布'],
    ['a key with a capital', {}, 'News'],
  ])('are refused with %s, and nothing is written', async (_, facts, key) => {
    await define({ name: '已有' }, 'taken');
    await expectRefused(define(facts, key), 'invalid');
    expect(await list()).toHaveLength(1);
  });

  it('do not ask a government, which files nothing itself', async () => {
    await expectRefused(define({ askedOf: [district().rootId] }), 'invalid');
  });

  it('keep the meaning of a key from year to year: another unit under it is refused', async () => {
    await createYear(district().admin, { year: year - 1, isMeant: true });
    await defineIndicator(district().admin, { year: year - 1, key: 'posts', facts: indicatorFacts('发布条数') });
    await expectRefused(define({ unit: '篇' }, 'posts'), 'invalid');
    expect(await define({}, 'posts')).toEqual({ key: 'posts' });
  });

  it('belong to those who run the year: a clerk, a reviewer and an auditor are refused', async () => {
    await define({}, 'posts');
    for (const [context, code] of [
      [district().clerk(), 'not_found'],
      [district().reviewer, 'forbidden'],
      [district().auditor, 'forbidden'],
    ] as const) {
      const facts = indicatorFacts('别名');
      await expectRefused(defineIndicator(context, { year, facts }), code);
      await expectRefused(changeIndicator(context, { year, key: 'posts', facts }), code);
      await expectRefused(retireIndicator(context, { year, key: 'posts' }), code);
      await expectRefused(orderIndicators(context, { year, keys: ['posts'], seen: ['posts'] }), code);
      await expectRefused(copyIndicators(context, { year }), code);
      await expectRefused(loadIndicators(district().store.read, context.actor, year, `${year}-04-08`), 'not_found');
    }
    await expectRefused(defineIndicator(district().admin, { year: 2031, facts: indicatorFacts('发布条数') }), 'not_found');
  });

  describe('once a unit has filled one in', () => {
    beforeEach(async () => {
      await define({ exactness: 'about' }, 'posts');
      await typeCell(district().clerk(), (await district().filing()).id, { cell: 'x.posts', raw: '约30' });
    });
    const change = (facts: Partial<IndicatorFacts>) =>
      changeIndicator(district().admin, { year, key: 'posts', facts: { ...indicatorFacts('发布条数'), exactness: 'about', ...facts } });

    it.each<[string, Partial<IndicatorFacts>]>([
      ['unit', { unit: '篇' }],
      ['kind', { addsUp: 'closing' }],
      ['summing over units', { overUnits: 'none' }],
      ['exactness', { exactness: 'exact' }],
    ])('its %s is fixed', async (_, facts) => {
      const before = await list();
      await expectRefused(change(facts), 'invalid');
      expect(await list()).toEqual(before);
    });

    it('its name, definition and who is asked may change, with what was before', async () => {
      const askedOf = district().unitIds.slice(0, 1);
      expect(
        await kindsOf(district().store, () => change({ name: '原创发布条数', definition: '含转载。', askedOf: [...askedOf] })),
      ).toEqual(['indicator.changed']);
      expect(await list()).toMatchObject([{ name: '原创发布条数', definition: '含转载。', askedOf, unit: '条', exactness: 'about' }]);
      expect(
        await kindsOf(district().store, () => change({ name: '原创发布条数', definition: '含转载。', askedOf: [...askedOf] })),
      ).toEqual([]);
    });

    it('everything may change again once the cell is empty', async () => {
      await typeCell(district().clerk(), (await district().filing()).id, { cell: 'x.posts', raw: '', baseVersion: 1 });
      await change({ unit: '篇', exactness: 'exact' });
      expect(await list()).toMatchObject([{ unit: '篇', exactness: 'exact' }]);
    });
  });

  it('are retired once, and cannot be changed afterwards; their name is free again, their key is not', async () => {
    await define({}, 'posts');
    expect(await kindsOf(district().store, () => retireIndicator(district().admin, { year, key: 'posts' }))).toEqual(['indicator.retired']);
    await expectRefused(retireIndicator(district().admin, { year, key: 'posts' }), 'wrong_status');
    await expectRefused(changeIndicator(district().admin, { year, key: 'posts', facts: indicatorFacts('别名') }), 'wrong_status');
    await expectRefused(retireIndicator(district().admin, { year, key: 'none' }), 'not_found');
    await expectRefused(define({}, 'posts'), 'invalid');
    expect(await define()).toEqual({ key: 'i1' });
  });

  it('are put into an order that names every one of them', async () => {
    for (const key of ['a', 'b', 'c']) await define({ name: key }, key);
    expect(await kindsOf(district().store, () => order(district().admin, 'cba'))).toEqual(['indicator.changed', 'indicator.changed']);
    expect((await list()).map(({ key }) => key)).toEqual(['c', 'b', 'a']);
    for (const [keys, seen] of [
      ['ab', 'abc'],
      ['abb', 'abc'],
      ['abd', 'abd'],
    ] as const)
      await expectRefused(order(district().admin, keys, seen), 'invalid');
  });

  it('of two administrators stand in the order of whoever moved something; moved by both, both orders are told', async () => {
    const { admin, reviewer, rootId } = district();
    const other = await district().withPost(reviewer, 'admin', rootId);
    for (const key of ['a', 'b', 'c']) await define({ name: `指标${key}` }, key);
    const keys = async () => (await list()).map(({ key }) => key).join('');
    await define({ name: '指标d' }, 'd');
    await order(admin, 'cab');
    expect(await keys()).toBe('cabd');
    await order(other, 'cab');
    await order(other, 'abcd', 'abcd');
    expect(await keys()).toBe('cabd');
    const clash = await expectRefused(order(other, 'acb'), 'conflict');
    for (const part of ['指标c、指标a、指标b', '指标a、指标c、指标b', admin.actor.name]) expect(clash.sentence.zh).toContain(part);
    expect(await keys()).toBe('cabd');
  });

  it('are taken over from the year before, without retired ones, those the year has, and units that are gone', async () => {
    const [first = '', second = ''] = district().unitIds;
    await define({ askedOf: [first, second] }, 'posts');
    await define({ name: '只问二局', askedOf: [second] }, 'second_only');
    await define({ name: '停用的' }, 'gone');
    await define({ name: '今年已有' }, 'here');
    await retireIndicator(district().admin, { year, key: 'gone' });
    await createYear(district().admin, { year: year + 1 });
    await defineIndicator(district().admin, { year: year + 1, key: 'here', facts: indicatorFacts('今年已有') });
    await closeUnits(district().admin, { unitIds: [second], closesOn: '2026-12-31', into: null });
    expect(await loadIndicators(district().store.read, district().admin.actor, year + 1, `${year}-04-08`)).toMatchObject({ takeable: 2 });
    expect(await copyIndicators(district().admin, { year: year + 1 })).toEqual({ taken: 1 });
    expect((await list(year + 1)).map(({ key, askedOf, sort }) => [key, askedOf, sort])).toEqual([
      ['here', null, 1],
      ['posts', [first], 2],
    ]);
    await expectRefused(copyIndicators(district().admin, { year: year + 1 }), 'invalid');
  });

  it.each(['发布\u200b条数（本级）', ' 发布 条数(本级)', '发布条数(本级）', '发布条数（本级）\ufeff'])(
    'are not taken over beside one whose name looks alike: %j',
    async (name) => {
      await define({ name: '发布条数（本级）' }, 'posts');
      await createYear(district().admin, { year: year + 1 });
      await defineIndicator(district().admin, { year: year + 1, key: 'other', facts: indicatorFacts('别的') });
      const { store } = district();
      await store.tx(async ({ db, t }) => void (await db.update(t.indicators).set({ name }).where(eq(t.indicators.key, 'other'))));
      await expectRefused(copyIndicators(district().admin, { year: year + 1 }), 'invalid');
      expect((await list(year + 1)).map(({ key }) => key)).toEqual(['other']);
    },
  );

  it('of two that look alike and came from before names were compared so, one is taken over', async () => {
    await define({ name: '发布条数' }, 'posts');
    await define({ name: '别的' }, 'twin');
    const { store } = district();
    await store.tx(
      async ({ db, t }) => void (await db.update(t.indicators).set({ name: '发布 条数' }).where(eq(t.indicators.key, 'twin'))),
    );
    await createYear(district().admin, { year: year + 1 });
    expect(await copyIndicators(district().admin, { year: year + 1 })).toEqual({ taken: 1 });
    expect((await list(year + 1)).map(({ key }) => key)).toEqual(['posts']);
  });
});
