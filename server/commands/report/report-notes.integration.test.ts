import { describe, expect, it } from 'vitest';
import { findReport, latestEditionOf, upsertReportText } from '@/db/store';
import { loadReportPage } from '@/server/queries/report';
import { loadTextVersions } from '@/server/queries/report-writing';
import { readEdition } from '@/server/views/edition-content';
import { publishReport } from '../../rehearsal/settle-report';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { exportReport } from '../export/export-report';
import { finaliseReport } from './finalise-report';
import { retireReportFact } from './retire-report-fact';
import { saveCellRemark } from './save-cell-remark';
import { saveReportFact } from './save-report-fact';
import { saveReportText } from './save-report-text';
import { settleReportNumbers } from './settle-report-numbers';
import { suggestReportText } from './suggest-report-text';
import { takeSuggestion } from './take-suggestion';

const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const texts = { '1': '示例年报。', '5': '问题与改进。', '6': '本年度未收取信息处理费。' };

describe('a note below a table', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const note = async () => (await page()).texts.t3;
  const write = async (text: string, by: CommandContext = district().admin, baseVersion?: number) =>
    saveReportText(by, { ...key(), key: 't3', text, baseVersion: baseVersion ?? (await note())?.version ?? 0 });
  const second = (): CommandContext => {
    const { admin, secondReviewer } = district();
    return { ...admin, actor: { ...admin.actor, userId: secondReviewer.actor.userId, name: secondReviewer.actor.name } };
  };
  const fileAll = () => district.allApproved({ [granted]: 2, [received]: 2 });
  const json = async (edition: number | 'draft' = 'draft') =>
    JSON.parse(new TextDecoder().decode((await exportReport(district().admin, { ...key(), edition, kind: 'json' })).bytes));
  const html = async () =>
    Buffer.from((await exportReport(district().admin, { ...key(), edition: 'draft', kind: 'html' })).bytes).toString();

  it('A4: refuses the final edition while a number in it is untyped, and the draft goes on', async () => {
    await fileAll();
    await write('以受理日期统计，其中培训两场。');
    const place = { text: 't3', start: 12, end: 13, snippet: '两' };
    expect((await page()).obstacles.filter((one) => one.kind === 'untyped_number')).toEqual([{ kind: 'untyped_number', place }]);
    const refused = await expectRefused(
      finaliseReport(district().admin, { ...key(), changeId: district().admin.newId(), seenHash: (await page()).hash }),
      'obstacles',
    );
    expect(refused.details).toMatchObject({ obstacles: expect.arrayContaining([{ kind: 'untyped_number', place }]) });
    expect(await html()).toContain('注：以受理日期统计，其中培训两场。');
  });

  it('prints a live number as the figures are, in every face, and is no obstacle then', async () => {
    await district().approve({ [granted]: 2, [received]: 2 });
    await write('予以公开{{s3.granted.total}}件，以答复日期统计。');
    const before = await page();
    await district().approve({ [granted]: 3, [received]: 3 }, { unit: 1 });
    const after = await page();
    expect([before.texts.t3?.printed, after.texts.t3?.printed, after.hash === before.hash]).toEqual([
      '予以公开2件，以答复日期统计。',
      '予以公开5件，以答复日期统计。',
      false,
    ]);
    expect((await json()).notes).toEqual({ t3: '予以公开5件，以答复日期统计。' });
    expect(await html()).toContain('注：予以公开5件，以答复日期统计。');
    expect(after.obstacles.filter(({ kind }) => kind === 'untyped_number' || kind === 'broken_number')).toEqual([]);
  });

  it('with a number that cannot stand is an obstacle with its problem', async () => {
    await write('予以公开{{s3.nothing.total}}件。');
    expect((await page()).obstacles.filter(({ kind }) => kind === 'broken_number')).toEqual([
      { kind: 'broken_number', problem: 'unknown_cell', place: { text: 't3', start: 4, end: 8, snippet: '〔待核〕' } },
    ]);
  });

  it('is settled with the chapters in one act, and the edition keeps how it was written beside how it is printed', async () => {
    await fileAll();
    await saveCellRemark(district().admin, { ...key(), cell: granted, text: '含上年结转3件', baseVersion: 0 });
    await write('新收政府信息公开申请16件，以受理日期统计。');
    await publishReport(district(), key(), texts, () => '仅为测试所设，年报样例如此。');
    const edition = readEdition((await latestEditionOf(district().store.read, key().unitId, key().year, 'consolidated'))?.content ?? '');
    expect([edition.notes, edition.written?.texts, Object.keys(edition.texts)]).toEqual([
      { t3: '新收政府信息公开申请16件，以受理日期统计。', [granted]: '含上年结转3件' },
      { t3: '新收政府信息公开申请{{s3.new_received.total}}件，以受理日期统计。' },
      ['1', '5', '6'],
    ]);
    expect((await json(1)).notes).toEqual(edition.notes);
  });

  it('is read by the rules as prose: a number the table does not have, a wrong word, and the year before', async () => {
    await fileAll();
    await write('新收政府信息公开申请17件。\n统计期限为2001年1月1日至12月31日，按照国办公开办函〔2021〕30号填报。');
    const found = (await page()).findings.filter(({ place }) => place?.text === 't3');
    expect(found.map(({ rule, place }) => [rule, place?.snippet])).toEqual(
      expect.arrayContaining([
        ['n-new', '新收政府信息公开申请17件'],
        ['x-year', '2001年1月1日至12月31日'],
      ]),
    );
    expect(found.find(({ rule }) => rule === 'n-new')?.message.zh).toContain('附注“新收政府信息公开申请17件”');
    await write('新收政府信息公开申请16件。');
    expect((await page()).findings.filter(({ place }) => place?.text === 't3')).toEqual([]);
  });

  it('is no chapter: an empty one is missed by nobody, and a blank one is printed nowhere', async () => {
    await write('以受理日期统计。');
    await write(' \n');
    const { obstacles } = await page();
    expect(obstacles.flatMap((one) => (one.kind === 'empty_chapter' ? [one.key] : []))).toEqual(['1', '5', '6']);
    expect((await json()).notes).toBeUndefined();
  });

  it('has versions, two writers and suggestions like a chapter', async () => {
    expect(await kindsOf(district().store, () => write('含修订。\n以受理日期统计。'))).toEqual(['report.text_saved']);
    await write('含修订和废止。\n以受理日期统计。', second(), 1);
    expect(await write('含修订。\n以答复日期统计。', district().admin, 1)).toEqual({
      outcome: 'merged',
      version: 3,
      text: '含修订和废止。\n以答复日期统计。',
    });
    expect(await write('含修订。\n以受理日期计。', district().admin, 1)).toMatchObject({ outcome: 'conflict', version: 3 });
    const { ids } = await suggestReportText(district().admin, {
      ...key(),
      key: 't3',
      text: '含修订和废止。\n以答复日期统计，不含撤回的。',
      baseVersion: 3,
      reason: '',
    });
    await takeSuggestion(district().admin, { ...key(), suggestionId: ids[0] ?? '', over: null });
    expect((await note())?.text).toBe('含修订和废止。\n以答复日期统计，不含撤回的。');
    const versions = await loadTextVersions(district().store.read, district().admin.actor, { ...key(), key: 't3' });
    expect(versions.map(({ version }) => version)).toEqual([4, 2, 1]);
  });

  it('that came in without a save is the ground of two writers all the same', async () => {
    await write('甲。\n乙。');
    const report = await findReport(district().store.read, key().unitId, key().year, 'consolidated');
    const carried = { key: 't4' as const, text: '甲。\n乙。', version: 3, savedBy: 'somebody', savedAt: district().admin.now() };
    await district().store.tx((tx) => upsertReportText(tx, report?.id ?? '', carried));
    const save = (text: string, by: CommandContext) => saveReportText(by, { ...key(), key: 't4', text, baseVersion: 3 });
    expect(await save('甲，改。\n乙。', district().admin)).toEqual({ outcome: 'saved', version: 4 });
    expect(await save('甲。\n乙，改。', second())).toMatchObject({ outcome: 'merged', text: '甲，改。\n乙，改。' });
  });

  it('is refused when it is longer than a note, whatever its live numbers print', async () => {
    const live = '{{s3.granted.total}}'.repeat(60);
    expect(await write(`${'字'.repeat(1_000)}${live}`)).toMatchObject({ outcome: 'saved' });
    expect((await expectRefused(write('字'.repeat(1_001)), 'invalid')).sentence.zh).toContain('最多 1000 字');
    expect((await note())?.version).toBe(1);
  });

  it('that states a local fact keeps it from being retired, by its name', async () => {
    const fact = { name: '业务培训', value: '2', unit: '场', exactness: 'exact', ownerUnitId: null, evidence: '培训签到表' } as const;
    const { id } = await saveReportFact(district().admin, { ...key(), id: null, seen: null, fact });
    await write(`培训{{fact:${id}}}。`);
    const refused = await expectRefused(retireReportFact(district().admin, { ...key(), id }), 'conflict');
    expect(refused.sentence.zh).toContain('第三部分表下附注');
    expect((await page()).texts.t3?.printed).toBe('培训2场。');
  });

  it('settles with what was on the screen, and with nothing that came after', async () => {
    await fileAll();
    await write('新收政府信息公开申请16件。');
    const seenHash = (await page()).hash;
    await write('新收政府信息公开申请16件，按件计。');
    await expectRefused(settleReportNumbers(district().admin, { ...key(), seenHash, evidence: '年度台账' }), 'conflict');
  });
});
