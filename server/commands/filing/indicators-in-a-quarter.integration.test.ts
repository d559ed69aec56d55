import { beforeEach, describe, expect, it } from 'vitest';
import { checkedBooksOf, findSubmission } from '@/db/store';
import { count } from '@/server/domain/figures';
import type { IndicatorFacts } from '@/server/domain/formats';
import { loadCellHistory } from '@/server/queries/cell-history';
import { loadFilingForm, loadObstacles } from '@/server/queries/filing-form';
import { loadReportPage } from '@/server/queries/report';
import { loadSubmissionReview } from '@/server/queries/review';
import { listTasks } from '@/server/queries/tasks';
import { traceReportCell } from '@/server/queries/trace-cell';
import { readSubmission } from '@/server/views/submission-content';
import { approveQuarter, submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { indicatorFacts } from '../../testing/every-status';
import { inADistrict } from '../../testing/in-a-district';
import { expectRefused } from '../../testing/refusal-of';
import { exportReport } from '../export/export-report';
import { changeIndicator } from '../office/change-indicator';
import { defineIndicator } from '../office/define-indicator';
import { retireIndicator } from '../office/retire-indicator';
import { answerRemark } from './answer-remark';
import { returnFiling } from './return-filing';
import { undoUnlock } from './undo-unlock';
import { unlockFiling } from './unlock-filing';
import { writeComment } from './write-comment';

describe('an indicator in a quarter', () => {
  const district = inADistrict();
  const year = 2026;
  const read = () => district().store.read;
  const unitId = (unit: number) => district().unitIds[unit] ?? '';
  const define = (facts: Partial<IndicatorFacts> = {}, key = 'posts') =>
    defineIndicator(district().admin, { year, key, facts: { ...indicatorFacts('发布条数'), ...facts } });
  const change = (facts: Partial<IndicatorFacts>) =>
    changeIndicator(district().admin, { year, key: 'posts', facts: { ...indicatorFacts('发布条数'), ...facts } });
  const formOf = async (unit: number) => loadFilingForm(read(), district().clerk(unit).actor, (await district().filing(unit)).id, null);
  const type = async (unit: number, raw: string, cell = 'x.posts') =>
    typeCell(district().clerk(unit), (await district().filing(unit)).id, { cell, raw });
  const report = () => loadReportPage(read(), district().admin.actor, { unitId: district().rootId, year, scope: 'consolidated' }, null);
  const contentOf = async (unit: number, number: number) =>
    readSubmission((await findSubmission(read(), (await district().filing(unit)).id, number))?.content ?? '');

  /** Files a unit's quarter with its indicator and has it approved. */
  async function approve(unit: number, raw?: string): Promise<{ filingId: string; number: number; hash: string }> {
    const { id } = await district().type({}, { unit });
    if (raw !== undefined) await type(unit, raw);
    const submission = await submitQuarter(district().clerk(unit), id);
    await approveQuarter(district().reviewer, id, submission);
    return { filingId: id, ...submission };
  }

  it('is asked of its units only: their form, their tasks and their obstacles have it, the others not', async () => {
    const cellCount = async (unit: number) =>
      (await listTasks(read(), district().clerk(unit).actor, district().admin.now()))[0]?.cellCount ?? 0;
    const before = await cellCount(0);
    await define({ askedOf: [unitId(0)] });
    expect([(await formOf(0)).indicators.map(({ key }) => key), (await formOf(1)).indicators]).toEqual([['posts'], []]);
    expect([await cellCount(0), await cellCount(1)]).toEqual([before + 1, before]);
    for (const unit of [0, 1]) await district().type({}, { unit });
    const obstacles = async (unit: number) =>
      (await loadObstacles(read(), district().clerk(unit).actor, (await district().filing(unit)).id, null)).obstacles;
    expect([await obstacles(0), await obstacles(1)]).toEqual([[{ kind: 'not_filled', cell: 'x.posts' }], []]);
    const { id } = await district().filing(0);
    await expectRefused(submitQuarter(district().clerk(0), id), 'obstacles');
    await type(0, '十二');
    expect(await obstacles(0)).toEqual([{ kind: 'unreadable', cell: 'x.posts' }]);
  });

  it('cannot be filled by a unit that is not asked, once it is retired, or under a key that never was', async () => {
    await define({ askedOf: [unitId(0)] });
    expect(await type(0, '12')).toMatchObject({ outcome: 'saved', figure: count(12) });
    await expectRefused(type(1, '12'), 'invalid');
    await expectRefused(type(0, '12', 'x.other'), 'invalid');
    await retireIndicator(district().admin, { year, key: 'posts' });
    await expectRefused(type(0, '13'), 'invalid');
  });

  it('is frozen with the submission, goes into the ledger and has a history', async () => {
    await define({ askedOf: [unitId(0)] });
    await approve(0, '12');
    await approve(1);
    expect([(await contentOf(0, 1)).figures['x.posts'], (await contentOf(0, 1)).indicators?.[0]?.name]).toEqual([count(12), '发布条数']);
    expect((await contentOf(1, 1)).indicators).toBeUndefined();
    expect((await checkedBooksOf(read(), unitId(0), year)).get(1)?.get('x.posts')).toEqual(count(12));
    const { id } = await district().filing(0);
    expect(await loadCellHistory(read(), district().clerk().actor, { filingId: id, cell: 'x.posts' })).toMatchObject({
      changes: [{ before: null, after: '12' }],
    });
  });

  it('adds up over the units beside the report, with its way back to who typed it, and stands apart in the JSON', async () => {
    await define();
    await approve(0, '12');
    expect((await report()).indicators).toMatchObject([
      { figure: count(12), saidCount: 1, waiting: { count: 1, first: ['示例区2局'] }, isRetired: false },
    ]);
    await approve(1, '30');
    const page = await report();
    expect(page.indicators).toMatchObject([{ cell: 'x.posts', figure: count(42), waiting: { count: 0 } }]);
    expect(Object.keys(page.figures).some((cell) => cell.startsWith('x.'))).toBe(false);
    const key = { unitId: district().rootId, year, scope: 'consolidated' as const };
    const { trace, keystrokes } = await traceReportCell(read(), district().admin.actor, { ...key, cell: 'x.posts' });
    expect(trace).toMatchObject({ figure: count(42), units: [{ figure: count(12) }, { figure: count(30) }] });
    expect(keystrokes.map(({ raw }) => raw).sort()).toEqual(['12', '30']);
    const { bytes } = await exportReport(district().admin, { ...key, edition: 'draft', kind: 'json' });
    const json = JSON.parse(new TextDecoder().decode(bytes)) as { figures: Record<string, unknown>; indicators: unknown };
    expect(json.indicators).toMatchObject([
      {
        id: 'x.posts',
        name: '发布条数',
        unit: '条',
        figure: 42,
        units: [
          { unit: '示例区1局', figure: 12 },
          { unit: '示例区2局', figure: 30 },
        ],
      },
    ]);
    expect(json.figures['x.posts']).toBeUndefined();
  });

  it('that is not added over units stays with each of them', async () => {
    await define({ overUnits: 'none' });
    await approve(0, '12');
    await approve(1, '30');
    expect((await report()).indicators).toMatchObject([
      { figure: { state: 'not_filled' }, units: [{ figure: count(12) }, { figure: count(30) }] },
    ]);
  });

  it('leaves what was submitted as it was when it is renamed, retired, or another one is defined', async () => {
    await define();
    const { filingId, hash } = await approve(0, '12');
    await change({ name: '原创发布条数' });
    await define({ name: '培训人次' }, 'training');
    await retireIndicator(district().admin, { year, key: 'posts' });
    const review = await loadSubmissionReview(read(), district().reviewer.actor, filingId, null);
    expect([review?.form.indicators.map(({ name }) => name), review?.figures['x.posts'], review?.form.hash, review?.hash]).toEqual([
      ['发布条数'],
      count(12),
      hash,
      hash,
    ]);
    expect((await report()).indicators).toMatchObject([
      { figure: count(12), isRetired: true },
      { saidCount: 0, waiting: { count: 2, first: ['示例区1局', '示例区2局'] } },
    ]);
  });

  it('does not stand in the way of taking an unlock back', async () => {
    await define();
    const { filingId, number } = await approve(0, '12');
    await unlockFiling(district().admin, { filingId, submissionNumber: number, reason: '上级核查发现漏报一件，须补正。' });
    await define({ name: '培训人次' }, 'training');
    expect((await formOf(0)).indicators.map(({ key }) => key)).toEqual(['posts', 'training']);
    await undoUnlock(district().admin, { filingId });
    expect((await checkedBooksOf(read(), unitId(0), year)).get(1)?.get('x.posts')).toEqual(count(12));
  });

  describe('when it is returned', () => {
    let filingId: string;
    beforeEach(async () => {
      await define();
      filingId = (await district().type({}, { unit: 0 })).id;
      await type(0, '12');
      const { number } = await submitQuarter(district().clerk(0), filingId);
      const remarks = [{ anchor: 'x.posts', text: '与平台后台不一致，请核对。' }];
      await returnFiling(district().reviewer, { filingId, submissionNumber: number, reason: '请核对', remarks });
    });

    it('can be talked about beside its cell, as any other; a cell of nobody cannot', async () => {
      await writeComment(district().clerk(0), { filingId, anchor: 'x.posts', text: '后台口径不同，正在核对。' });
      await expectRefused(writeComment(district().clerk(0), { filingId, anchor: 'x.other', text: '没有这一格。' }), 'invalid');
    });

    it('takes a remark, and the reviewer sees what it was before', async () => {
      await typeCell(district().clerk(0), filingId, { cell: 'x.posts', raw: '13', baseVersion: 1 });
      const [remark] = (await formOf(0)).remarks;
      await answerRemark(district().clerk(0), { filingId, remarkId: remark?.id ?? '', answer: 'changed', text: '' });
      await submitQuarter(district().clerk(0), filingId);
      const review = await loadSubmissionReview(read(), district().reviewer.actor, filingId, null);
      expect(review?.changes).toEqual([{ cell: 'x.posts', before: '12', after: '13' }]);
    });
  });
});
