import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findYear, listCarriedParagraphs, listIndicators, listQuarters, writeSetting } from '@/db/store';
import { dayAt } from '@/server/domain/periods';
import { aValidReport } from '@/server/domain/testing/a-valid-report';
import { loadClosingPreview } from '@/server/queries/closing';
import { loadReportPage } from '@/server/queries/report';
import { loadTextVersions } from '@/server/queries/report-writing';
import { loadRolledOverYear, loadRollOverPlan } from '@/server/queries/roll-over';
import { actingPosts } from '@/server/views/acting-posts';
import { addPlayer } from '../../rehearsal/players';
import { publishReport } from '../../rehearsal/settle-report';
import { aRollOver, indicatorFacts } from '../../testing/every-status';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused, refusalOf } from '../../testing/refusal-of';
import { confirmCarried } from '../report/confirm-carried';
import { finaliseReport } from '../report/finalise-report';
import { importEdition } from '../report/import-edition';
import { saveReportText } from '../report/save-report-text';
import { defineIndicator } from './define-indicator';
import { openQuarter } from './open-quarter';
import { type RollOver, rollOverYear } from './roll-over-year';

const received = 's3.new_received.natural_person';
const texts = {
  preamble: '本报告统计期限为2026年1月1日至2026年12月31日。',
  '1': `全年收到申请{{s3.new_received.total}}件。\n2026年组织培训18场。`,
  '5': '存在的问题：公开不够及时。',
  '6': '无其他事项。',
};

describe('a year is rolled over', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const key = (year = district().year) => ({ unitId: district().rootId, year, scope: 'consolidated' as const });
  const page = (year: number) => loadReportPage(district().store.read, district().admin.actor, key(year), null);
  const plan = () => loadRollOverPlan(district().store.read, district().admin.actor, district().year, dayAt(district().admin.now()));
  const next = () => district().year + 1;
  const roll = (more: Partial<RollOver> = {}) =>
    rollOverYear(district().admin, { ...aRollOver(district().year), changeId: randomUUID(), ...more });
  const paragraph = (of: 'preamble' | '1' | '5' | '6', index = 0) => ({
    ...{ unitId: district().rootId, scope: 'consolidated' as const, edition: 1 },
    ...{ key: of, index },
  });
  const publish = async () => {
    await district.allApproved({ [received]: 3, 's3.granted.natural_person': 2, 's3.carried_out.natural_person': 1 });
    await publishReport(district(), key(), texts, () => '系统切换遗留数据，已书面说明。');
  };

  it('T28: where the three are three people, as a whole by the administrator, and the system administrator is shown no figure', async () => {
    const { store, admin, rootId, unitIds } = district();
    const system = await addPlayer(store, { username: 'system', name: '系统', unitId: rootId, role: 'system_admin' }, admin.now);
    await store.tx((tx) => writeSetting(tx, 'threeRoles', true));
    const divided = { ...admin, actor: { ...admin.actor, posts: await actingPosts(store.read, admin.actor.posts) } };
    const read = (by: typeof admin) => loadRollOverPlan(store.read, by.actor, district().year, dayAt(admin.now()));
    await expectRefused(read(system), 'not_found');
    const asked = { ...aRollOver(district().year), changeId: randomUUID() };
    await refusalOf(rollOverYear(system, asked));
    expect((await read(divided)).hasYearsPage).toBe(false);
    expect((await rollOverYear(divided, asked)).isNewYear).toBe(true);
    const closing = { unitIds: [unitIds[0] ?? ''], closesOn: `${district().year}-12-31`, into: { unitId: unitIds[1] ?? '' } };
    const preview = await loadClosingPreview(store.read, system.actor, closing);
    expect([preview.hidesFigures, preview.balances]).toEqual([true, []]);
  });

  it('in one act: the year with its due days, indicators under their keys, paragraphs with their mark, an event for each', async () => {
    await publish();
    for (const name of ['posts', 'training'])
      await defineIndicator(district().admin, { year: district().year, key: name, facts: indicatorFacts(name) });
    const kinds = await kindsOf(district().store, async () => {
      expect(await roll({ indicators: ['posts'], paragraphs: [paragraph('preamble'), paragraph('1')] })).toEqual({
        ...{ year: next(), isNewYear: true, openings: 0 },
        ...{ indicators: 1, paragraphs: 2 },
      });
    });
    expect(kinds.filter((kind) => !kind.startsWith('quarter.'))).toEqual([
      'year.created',
      'indicator.defined',
      'report.text_saved',
      'report.paragraph_carried',
      'report.text_saved',
      'report.paragraph_carried',
      'year.rolled_over',
    ]);
    expect((await listQuarters(district().store.read, next())).map((quarter) => quarter.dueOn)).toEqual(aRollOver(district().year).dueOn);
    expect((await listIndicators(district().store.read, next())).map((one) => one.key)).toEqual(['posts']);
    const { texts: carried, carried: marks } = await page(next());
    expect(carried['1']?.text).toBe('全年收到申请{{s3.new_received.total}}件。');
    expect(carried['6']).toBeUndefined();
    const versions = await loadTextVersions(district().store.read, district().admin.actor, { ...key(next()), key: '1' });
    expect(versions.map(({ version, text }) => [version, text])).toEqual([[1, carried['1']?.text]]);
    expect(marks.map(({ key: of, fromYear, oldYears }) => [of, fromYear, oldYears])).toEqual([
      ['1', district().year, []],
      ['preamble', district().year, [district().year]],
    ]);
  });

  it('twice: the same number is answered the same, another number makes nothing twice', async () => {
    await publish();
    const chosen = { paragraphs: [paragraph('preamble'), paragraph('6')] };
    const first = await roll({ ...chosen, changeId: 'once' });
    expect(await roll({ ...chosen, changeId: 'once' })).toEqual(first);
    const kinds = await kindsOf(district().store, async () => {
      expect(await roll(chosen)).toMatchObject({ isNewYear: false, paragraphs: 0 });
    });
    expect(kinds).toEqual([]);
    expect(await roll({ paragraphs: [paragraph('6'), paragraph('5')] })).toMatchObject({ paragraphs: 1 });
    const { acts, left } = await loadRolledOverYear(district().store.read, district().admin.actor, next(), dayAt(district().admin.now()));
    expect(acts.map((act) => act.paragraphs)).toEqual([1, 2]);
    expect(left.carried.map(({ paragraphs, oldYears }) => [paragraphs, oldYears])).toEqual([[3, [district().year]]]);
  });

  it('pain 25: nothing is finalised before every carried paragraph is confirmed or rewritten; the list names each with its old years', async () => {
    await publish();
    await roll({ paragraphs: [paragraph('preamble'), paragraph('1', 1), paragraph('6')] });
    const carriedIn = async () => (await page(next())).obstacles.filter((one) => one.kind === 'carried_paragraph');
    expect((await carriedIn()).map((one) => [one.key, one.printed.slice(0, 12), one.oldYears])).toEqual([
      ['1', '2026年组织培训18场', [2026]],
      ['6', '无其他事项。', []],
      ['preamble', '本报告统计期限为2026', [2026]],
    ]);
    const { hash, carried, obstacles } = await page(next());
    expect(obstacles.some((one) => one.kind === 'untyped_number' && one.place.snippet === '18')).toBe(true);
    await expectRefused(finaliseReport(district().admin, { ...key(next()), changeId: 'c', seenHash: hash }), 'obstacles');
    const of = (text: string) => carried.find((one) => one.key === text)?.id ?? '';
    const kinds = await kindsOf(district().store, async () => {
      await confirmCarried(district().admin, { ...key(next()), paragraphId: of('6') });
      await confirmCarried(district().admin, { ...key(next()), paragraphId: of('6') });
    });
    expect(kinds).toEqual(['report.carried_confirmed']);
    await saveReportText(district().admin, { ...key(next()), key: '1', text: '全年组织培训场次另行说明。', baseVersion: 1 });
    await expectRefused(confirmCarried(district().admin, { ...key(next()), paragraphId: of('1') }), 'conflict');
    expect((await carriedIn()).map((one) => one.key)).toEqual(['preamble']);
    await saveReportText(district().admin, { ...key(next()), key: '1', text: '2026年组织培训18场。', baseVersion: 2 });
    expect((await carriedIn()).map((one) => one.key)).toEqual(['1', 'preamble']);
  });

  it('only where nothing contradicts: rows, the due day of an open quarter, an indicator whose name looks alike', async () => {
    await publish();
    await defineIndicator(district().admin, { year: district().year, key: 'posts', facts: indicatorFacts('发布条数') });
    await roll();
    await expectRefused(roll({ rowVariant: 'other_single' }), 'invalid');
    await openQuarter(district().admin, { year: next(), quarter: 1 });
    const [, ...others] = aRollOver(district().year).dueOn;
    await expectRefused(roll({ dueOn: [`${next()}-04-20`, ...others] }), 'invalid');
    await defineIndicator(district().admin, { year: next(), key: 'other', facts: indicatorFacts('发布 条 数') });
    expect((await plan()).indicators.map((one) => one.state)).toEqual(['differs']);
    await expectRefused(roll({ indicators: ['posts'] }), 'invalid');
    await expectRefused(roll({ paragraphs: [{ ...paragraph('6'), edition: 2 }] }), 'conflict');
    expect(await listCarriedParagraphs(district().store.read, (await page(next())).unitId)).toEqual([]);
  });

  it('Q-OPEN: openings follow the closings; where a unit published another, that is shown and taken only with a reason', async () => {
    await publish();
    const { format, content } = aValidReport(3);
    const [unitId = ''] = district().unitIds;
    const figures = new Map(content.figures);
    figures.set('s3.carried_out.natural_person', { state: 'number', value: 5, decimals: 0 });
    await importEdition(district().admin, {
      unitId,
      format,
      file: 'a.json',
      content: { ...content, figures, year: district().year, scope: 'own_organ' },
    });
    const before = await plan();
    expect(before.openings.units.map(({ unknown, above }) => [unknown, above.map((one) => one.value)])).toEqual([
      [0, ['1']],
      [0, ['1']],
    ]);
    const difference = before.openings.differences.find((one) => one.unitId === unitId);
    const cell = difference?.cells.find((one) => one.cell === 's3.carried_in.natural_person');
    expect([difference?.edition, cell?.ledger, cell?.published]).toEqual([1, '1', '5']);
    const take = (raw: string, openingsReason: string) =>
      roll({ openings: [{ unitId, values: [{ cell: 's3.carried_in.natural_person', raw }] }], openingsReason });
    await expectRefused(take('4', '以已公布年报为准，台账漏计四件。'), 'conflict');
    await expectRefused(take('5', ''), 'invalid');
    expect(await findYear(district().store.read, next())).toBeNull();
    expect((await take('5', '以已公布年报为准，台账漏计四件。')).openings).toBe(1);
    const after = await plan();
    expect(after.openings.units[0]?.above.map((one) => one.value)).toEqual(['5']);
    expect(after.openings.sums.cells.find((one) => one.cell === 's3.carried_in.natural_person')).toMatchObject({
      sum: 6,
      closed: 2,
      difference: 4,
    });
  });

  it('names what the old year still lacks, and units that come and go', async () => {
    await district().approve({}, { unit: 0, quarter: 1 });
    const { unfinished, withoutEdition, units, openings } = await plan();
    expect(unfinished.map((one) => one.units.length)).toEqual([1, 2, 2, 2]);
    expect(withoutEdition).toEqual(['consolidated', 'own_organ']);
    expect([units.filing, units.opened, units.closed]).toEqual([2, [], []]);
    expect(openings.units.map((unit) => unit.unknown > 0)).toEqual([true, true]);
  });
});
