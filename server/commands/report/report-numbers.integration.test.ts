import { describe, expect, it } from 'vitest';
import { latestEditionOf } from '@/db/store';
import { loadReportPage } from '@/server/queries/report';
import { readEdition } from '@/server/views/edition-content';
import { publishReport } from '../../rehearsal/settle-report';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused, refusalOf } from '../../testing/refusal-of';
import { exportReport } from '../export/export-report';
import { finaliseReport } from './finalise-report';
import { retireReportFact } from './retire-report-fact';
import { type FactInput, saveReportFact } from './save-report-fact';
import { saveReportText } from './save-report-text';
import { settleReportNumbers } from './settle-report-numbers';

const granted = 's3.granted.natural_person';
const aFact = { name: '业务培训', value: '2', unit: '场', exactness: 'exact', ownerUnitId: null, evidence: '培训签到表' } as const;

describe('the numbers of a report’s texts', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const write = async (text: string) =>
    saveReportText(district().admin, { ...key(), key: '1', text, baseVersion: (await page()).texts['1']?.version ?? 0 });
  const numberObstacles = async () =>
    (await page()).obstacles.filter((one) => one.kind === 'untyped_number' || one.kind === 'broken_number');
  const fileAll = () => district.allApproved({ [granted]: 2, 's3.new_received.natural_person': 2 });

  it('A3: refuse the final edition while nobody has said what one is, and lead to its place; the draft goes on', async () => {
    await fileAll();
    await write('开展培训两场。');
    expect(await numberObstacles()).toEqual([{ kind: 'untyped_number', place: { text: '1', start: 4, end: 5, snippet: '两' } }]);
    const refused = await refusalOf(
      finaliseReport(district().admin, { ...key(), changeId: district().admin.newId(), seenHash: (await page()).hash }),
    );
    expect(refused).toMatchObject({ code: 'obstacles' });
    const draft = await exportReport(district().admin, { ...key(), edition: 'draft', kind: 'html' });
    expect(Buffer.from(draft.bytes).toString()).toContain('开展培训两场');
  });

  it('a live number follows its figures, moves the hash with them, and prints in every face', async () => {
    await district().approve({ [granted]: 2, 's3.new_received.natural_person': 2 });
    await write('予以公开{{s3.granted.total}}件。');
    const before = await page();
    expect([before.texts['1']?.printed, before.texts['1']?.text]).toEqual(['予以公开2件。', '予以公开{{s3.granted.total}}件。']);
    await district().approve({ [granted]: 3, 's3.new_received.natural_person': 3 }, { unit: 1 });
    const after = await page();
    expect([after.texts['1']?.printed, after.hash === before.hash]).toEqual(['予以公开5件。', false]);
    const draft = await exportReport(district().admin, { ...key(), edition: 'draft', kind: 'html' });
    expect(Buffer.from(draft.bytes).toString()).toContain('予以公开5件。');
    expect(await numberObstacles()).toEqual([]);
  });

  it('one that cannot stand refuses the final edition with its problem', async () => {
    await write('予以公开{{s3.nothing.total}}件。');
    expect(await numberObstacles()).toEqual([
      { kind: 'broken_number', problem: 'unknown_cell', place: { text: '1', start: 4, end: 8, snippet: '〔待核〕' } },
    ]);
  });

  it('are settled all at once: linked where the tables agree, registered otherwise, and the edition keeps print and source', async () => {
    await fileAll();
    await write('新收政府信息公开申请16件，开展培训两场。');
    const seenHash = (await page()).hash;
    const settle = (hash: string, evidence = '年度台账') => settleReportNumbers(district().admin, { ...key(), seenHash: hash, evidence });
    await expectRefused(settle('another'), 'conflict');
    await expectRefused(settle(seenHash, '  '), 'invalid');
    await expectRefused(settleReportNumbers(district().reviewer, { ...key(), seenHash, evidence: '年度台账' }), 'forbidden');
    expect(await kindsOf(district().store, () => settle(seenHash))).toEqual(['report.fact_saved', 'report.text_saved']);
    const { texts, facts } = await page();
    expect(texts['1']).toMatchObject({
      text: `新收政府信息公开申请{{s3.new_received.total}}件，开展培训{{fact:${facts[0]?.id}|两场}}。`,
      printed: '新收政府信息公开申请16件，开展培训两场。',
    });
    await publishReport(district(), key(), { 5: '问题与改进。', 6: '本年度未收取信息处理费。' }, () => '仅为测试所设，年报样例如此。');
    const edition = readEdition((await latestEditionOf(district().store.read, key().unitId, key().year, 'consolidated'))?.content ?? '');
    expect([edition.texts['1'], edition.written?.texts['1'], edition.written?.facts.map((fact) => fact.evidence)]).toEqual([
      texts['1']?.printed,
      texts['1']?.text,
      ['年度台账'],
    ]);
  });

  it('a local fact is registered, changed against its version, and retired once no text states it', async () => {
    const save = (
      fact: Partial<Pick<FactInput, keyof typeof aFact>>,
      of: { id: string | null; seen: FactInput | null } = { id: null, seen: null },
      by = district().admin,
    ) => saveReportFact(by, { ...key(), ...of, fact: { ...asSeen, ...fact } });
    const asSeen: FactInput = { ...aFact, exactness: 'exact', ownerUnitId: null };
    for (const wrong of [{ value: '约2' }, { value: '' }, { unit: '2场' }, { evidence: '' }, { name: ' ' }])
      await expectRefused(save(wrong), 'invalid');
    let id = '';
    expect(
      await kindsOf(district().store, async () => {
        ({ id } = await save({}));
      }),
    ).toEqual(['report.fact_saved']);
    await write(`培训{{fact:${id}}}。`);
    expect((await page()).texts['1']?.printed).toBe('培训2场。');
    expect(await save({ value: '3' }, { id, seen: asSeen })).toMatchObject({ id, version: 2 });
    expect(await kindsOf(district().store, () => save({}, { id, seen: asSeen }))).toEqual([]);
    const other = await district().withPost(district().reviewer, 'admin', district().rootId);
    const clash = await expectRefused(save({ value: '4', evidence: '另一份台账' }, { id, seen: asSeen }, other), 'conflict');
    for (const part of ['3场', '4场', '另一份台账', district().admin.actor.name]) expect(clash.sentence.zh).toContain(part);
    expect(await save({ name: '全年培训' }, { id, seen: asSeen }, other)).toMatchObject({ fact: { name: '全年培训', value: '3' } });
    expect((await page()).texts['1']?.printed).toBe('培训3场。');
    const retire = () => retireReportFact(district().admin, { ...key(), id });
    await expectRefused(retire(), 'conflict');
    await write('没有培训。');
    expect(await kindsOf(district().store, retire)).toEqual(['report.fact_retired']);
    expect((await page()).facts).toEqual([expect.objectContaining({ id, value: '3', isRetired: true })]);
    await expectRefused(save({ value: '4' }, { id, seen: asSeen }), 'conflict');
    await expectRefused(retireReportFact(district().admin, { ...key(), id: 'no such fact' }), 'not_found');
  });
});
