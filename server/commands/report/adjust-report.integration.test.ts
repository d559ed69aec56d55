import { describe, expect, it } from 'vitest';
import { latestEditionOf } from '@/db/store';
import { numberAt } from '@/server/domain/figures';
import { loadReportPage } from '@/server/queries/report';
import { traceReportCell } from '@/server/queries/trace-cell';
import { readEdition } from '@/server/views/edition-content';
import { publishReport } from '../../rehearsal/settle-report';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { exportReport } from '../export/export-report';
import { adjustReport } from './adjust-report';
import { countersignAdjustment } from './countersign-adjustment';
import { finaliseReport } from './finalise-report';
import { saveCellRemark } from './save-cell-remark';
import { saveReportText } from './save-report-text';
import { withdrawAdjustment } from './withdraw-adjustment';

const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const reason = '系统切换遗留三件，已书面说明。';
const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };

describe('an adjustment of a report', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const fileAll = () => district.allApproved({ [received]: 2, [granted]: 2 });
  const adjust = (cell: string, raw: string, changeId = `${cell} ${raw}`) =>
    adjustReport(district().admin, { ...key(), changeId, cell, raw, reason });
  const sign = (adjustmentId: string) => countersignAdjustment(district().reviewer, { ...key(), adjustmentId });

  it('moves the figure and its totals once another person has signed it; the sum stays beside it', async () => {
    await fileAll();
    const before = await page();
    const { id } = await adjust(granted, '+3');
    const written = await page();
    expect([written.figures[granted], written.hash === before.hash]).toEqual([before.figures[granted], false]);
    expect(written.obstacles).toContainEqual({ kind: 'adjustment', state: 'unsigned', adjustmentId: id, cell: granted });
    await expectRefused(countersignAdjustment(district().admin, { ...key(), adjustmentId: id }), 'own_work');
    await sign(id);
    const signed = await page();
    expect([signed.figures[granted], signed.figures['s3.granted.total']]).toMatchObject([{ value: 19 }, { value: 19 }]);
    expect(signed.adjustments).toMatchObject([
      { change: '+3', sum: '16', printed: '19', state: 'counted', countersignedBy: expect.any(String) },
    ]);
    expect(signed.findings.filter((finding) => finding.rule === 'r-sum')).toEqual([]);
    expect(signed.findings.map((finding) => finding.rule)).toContain('t3-col');
  });

  it('stands in the trace of its cell and of the totals above it, with both names', async () => {
    await fileAll();
    const { id } = await adjust(granted, '+3');
    await sign(id);
    for (const cell of [granted, 's3.granted.total']) {
      const trace = await traceReportCell(district().store.read, district().admin.actor, { ...key(), cell });
      expect(trace).toMatchObject({
        trace: { figure: { value: 16 } },
        printed: { value: 19 },
        adjustments: [{ reason, writtenBy: district().admin.actor.name, countersignedBy: district().reviewer.actor.name }],
      });
    }
  });

  it('withdrawn, leaves the report as it was before', async () => {
    await fileAll();
    const before = await page();
    const { id } = await adjust(granted, '-3');
    await sign(id);
    const kinds = await kindsOf(district().store, async () => {
      await withdrawAdjustment(district().admin, { ...key(), adjustmentId: id });
      await withdrawAdjustment(district().admin, { ...key(), adjustmentId: id });
    });
    const after = await page();
    expect([after.figures, after.hash, kinds]).toEqual([before.figures, before.hash, ['report.adjustment_withdrawn']]);
    await expectRefused(sign(id), 'conflict');
  });

  it('is written once, however often the request comes', async () => {
    await fileAll();
    const answers = await Promise.all(Array.from({ length: 4 }, () => adjust(granted, '+3', 'again')));
    expect([new Set(answers.map((answer) => answer.id)).size, (await page()).adjustments.length]).toEqual([1, 1]);
  });

  it.each([
    ['s3.granted.total', '+1', '由各项相加'],
    ['s4.review.pending_opening', '+1', '不是年报中印出'],
    [granted, '0', '不能用'],
    [granted, '许多', '不能用'],
    [granted, '1.5', '不能用'],
    [granted, '-17', '小于 0'],
  ])('on %s of %s is refused', async (cell, raw, why) => {
    await fileAll();
    expect((await expectRefused(adjust(cell, raw), 'invalid')).sentence.zh).toContain(why);
  });

  it('is refused for a sum that is not known, without a reason, and to whoever may not write it', async () => {
    expect((await expectRefused(adjust(granted, '+1'), 'invalid')).sentence.zh).toContain('还没有合计数');
    await fileAll();
    await expectRefused(
      adjustReport(district().admin, { ...key(), changeId: 'c', cell: granted, raw: '+1', reason: '已核实无误' }),
      'invalid',
    );
    await expectRefused(adjustReport(district().reviewer, { ...key(), changeId: 'c', cell: granted, raw: '+1', reason }), 'forbidden');
  });

  it('is frozen in the edition with the notes; unsigned it stands in the way of one', async () => {
    await fileAll();
    const [plus, other] = [await adjust(granted, '+3'), await adjust(received, '+3')];
    await expectRefused(finaliseReport(district().admin, { ...key(), changeId: 'f', seenHash: (await page()).hash }), 'obstacles');
    await sign(plus.id);
    await sign(other.id);
    await saveCellRemark(district().admin, { ...key(), cell: granted, text: '含上年结转3件', baseVersion: 0 });
    await saveReportText(district().admin, { ...key(), key: 't3', text: '以受理日期统计。', baseVersion: 0 });
    await publishReport(district(), key(), texts, () => reason);
    const edition = await latestEditionOf(district().store.read, key().unitId, key().year, 'consolidated');
    const content = readEdition(edition?.content ?? '');
    expect(content.adjustments).toHaveLength(2);
    expect(content.adjustments?.find((line) => line.cell === granted)).toMatchObject({ sum: '16', printed: '19', value: 3, reason });
    expect([numberAt(content.figures, granted), content.notes]).toEqual([19, { [granted]: '含上年结转3件', t3: '以受理日期统计。' }]);
    const { bytes } = await exportReport(district().admin, { ...key(), edition: 1, kind: 'json' });
    const json = JSON.parse(new TextDecoder().decode(bytes));
    expect([json.adjustments.length, json.notes.t3, json.figures[granted]]).toEqual([2, '以受理日期统计。', 19]);
  });
});

describe('a remark behind a figure', () => {
  const district = inADistrict();
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const issued = 's2.normative_documents.issued';
  const save = (cell: string, text: string, baseVersion = 0) => saveCellRemark(district().admin, { ...key(), cell, text, baseVersion });

  it('is saved against the version it was based on, never over another’s', async () => {
    expect(await save(issued, '含修订')).toEqual({ outcome: 'saved', version: 1 });
    expect(await save(issued, '含修订')).toEqual({ outcome: 'same', version: 1 });
    expect(await save(issued, '不含修订')).toMatchObject({ outcome: 'conflict', version: 1, text: '含修订' });
    expect(await save(issued, '', 1)).toEqual({ outcome: 'saved', version: 2 });
  });

  it.each([
    ['t2', '含修订。'],
    [issued, '16'],
    [issued, '其中\n修订'],
    [issued, '字'.repeat(61)],
  ])('at %s is refused when it cannot be printed there', async (cell, text) => {
    await expectRefused(save(cell, text), 'invalid');
  });
});
