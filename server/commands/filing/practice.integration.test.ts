import { describe, expect, it } from 'vitest';
import { findFiling, listFigures, listRemarks, listSubmissions, listTexts } from '@/db/store';
import { count } from '@/server/domain/figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import { loadFilingForm } from '@/server/queries/filing-form';
import { loadQueue } from '@/server/queries/review-queue';
import { listTasks } from '@/server/queries/tasks';
import { inADistrict } from '@/server/testing/in-a-district';
import { eventsOf, kindsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import { approveQuarter, settleFindings, submitQuarter, typeQuarter } from '../../rehearsal/file-quarter';
import { clearPractice, endPractice } from './clear-or-end-practice';
import { recallFiling } from './recall-filing';
import { returnFiling } from './return-filing';
import { saveFilingText } from './save-filing-text';
import { startPractice } from './start-practice';

const zeros = new Map(leafCells(getFormat('2021')).map((cell) => [cell.id, count(0)]));

describe('a practice quarter', () => {
  const district = inADistrict();
  const start = async (unit = 0) => {
    const { filingId } = await startPractice(district().clerk(unit), { filingId: (await district().filing(unit)).id });
    const filing = await findFiling(district().store.read, filingId);
    if (!filing) throw new Error('a practice that was started is there');
    return filing;
  };
  const fill = async (unit = 0) => {
    const filing = await start(unit);
    await typeQuarter(district().clerk(unit), filing, zeros);
    await settleFindings(district().clerk(unit), district().reviewer, filing.id, () => '练习中写的说明，不计入。');
    return filing;
  };
  const tasks = async () =>
    (await listTasks(district().store.read, district().clerk().actor, district().admin.now())).map(({ isPractice, status }) => ({
      isPractice,
      status,
    }));
  const practiceQueue = async () => (await loadQueue(district().store.read, district().reviewer.actor, null)).practice.submissions.length;

  it('begins empty beside the real one, says so in the log, and is one however often it is started', async () => {
    await district().type({ 's3.granted.natural_person': 7 });
    const real = await district().filing();
    const [event] = await eventsOf(district().store, () => startPractice(district().clerk(), { filingId: real.id }));
    expect(event).toMatchObject({ kind: 'practice.started', period: '2026Q1 练习', payload: { quarter: 1 } });
    const practice = await start();
    expect(practice).toMatchObject({ isPractice: true, unitId: real.unitId, year: 2026, quarter: 1, status: 'open' });
    expect(practice.id).not.toBe(real.id);
    expect(await listFigures(district().store.read, practice.id)).toEqual([]);
    expect(await tasks()).toEqual([
      { isPractice: false, status: 'filled_not_submitted' },
      { isPractice: true, status: 'not_started' },
    ]);
  });

  it('is submitted at any time: what never counts needs no reason before the quarter has ended', async () => {
    const { id } = await fill();
    district().setClock('2026-02-01T02:00:00Z');
    expect(await submitQuarter(district().clerk(), id)).toMatchObject({ number: 1 });
  });

  it('goes the whole way for both sides: submitted, recalled, returned, approved', async () => {
    const { id } = await fill();
    await submitQuarter(district().clerk(), id);
    expect(await practiceQueue()).toBe(1);
    await recallFiling(district().clerk(), { filingId: id });
    const { number } = await submitQuarter(district().clerk(), id);
    await returnFiling(district().reviewer, {
      filingId: id,
      submissionNumber: number,
      reason: '练习退回',
      remarks: [{ anchor: 'text', text: '请补充' }],
    });
    expect((await findFiling(district().store.read, id))?.status).toBe('returned');
    await clearPractice(district().clerk(), { filingId: id });
    await fill();
    await approveQuarter(district().reviewer, id, await submitQuarter(district().clerk(), id));
    expect((await findFiling(district().store.read, id))?.status).toBe('approved');
    expect((await district().filing()).status).toBe('open');
  });

  it('is cleared: what was typed and said is gone, its submissions are recalled, the log keeps all of it', async () => {
    const { id } = await fill();
    await saveFilingText(district().clerk(), { filingId: id, changeId: 'text', text: '练习。', baseVersion: 0 });
    const { number } = await submitQuarter(district().clerk(), id);
    await returnFiling(district().reviewer, {
      filingId: id,
      submissionNumber: number,
      reason: '练习退回',
      remarks: [{ anchor: 'text', text: '请补充' }],
    });
    expect(await kindsOf(district().store, () => clearPractice(district().clerk(), { filingId: id }))).toEqual(['practice.cleared']);
    const { read } = district().store;
    expect([await listFigures(read, id), await listTexts(read, id), await listRemarks(read, id)]).toEqual([[], [], []]);
    expect((await listSubmissions(read, id)).map((one) => one.outcome)).toEqual(['recalled']);
    const form = await loadFilingForm(read, district().clerk().actor, id, null);
    expect([form.status, form.explanations, form.remarks, form.isPractice]).toEqual(['open', [], [], true]);
    await fill();
    expect((await submitQuarter(district().clerk(), id)).number).toBe(2);
  });

  it('leaves both lists when its clerk ends it, and may be started again', async () => {
    const { id } = await fill();
    await submitQuarter(district().clerk(), id);
    await endPractice(district().clerk(), { filingId: id });
    expect([await tasks(), await practiceQueue()]).toEqual([[{ isPractice: false, status: 'not_started' }], 0]);
    const again = await start();
    expect([again.id, again.status]).toEqual([id, 'open']);
  });

  it('leaves both lists once the quarter itself is approved', async () => {
    const { id } = await fill();
    await submitQuarter(district().clerk(), id);
    await district().approve();
    expect([await tasks(), await practiceQueue()]).toEqual([[{ isPractice: false, status: 'approved' }], 0]);
  });

  it('is refused: of practice, of a quarter that is approved, of another unit, to a reviewer', async () => {
    const practice = await start();
    await expectRefused(startPractice(district().clerk(), { filingId: practice.id }), 'invalid');
    const { filing } = await district().approve();
    await expectRefused(startPractice(district().clerk(), { filingId: filing.id }), 'invalid');
    await expectRefused(startPractice(district().clerk(1), { filingId: filing.id }), 'not_found');
    await expectRefused(startPractice(district().reviewer, { filingId: (await district().filing(1)).id }), 'forbidden');
    await expectRefused(clearPractice(district().clerk(1), { filingId: practice.id }), 'not_found');
    await expectRefused(clearPractice(district().reviewer, { filingId: practice.id }), 'forbidden');
  });

  it('is all that can be cleared: a quarter that counts is refused with everything in it', async () => {
    const { id } = await district().type({ 's3.granted.natural_person': 7 });
    await expectRefused(clearPractice(district().clerk(), { filingId: id }), 'invalid');
    await expectRefused(endPractice(district().clerk(), { filingId: id }), 'invalid');
    expect((await listFigures(district().store.read, id)).length).toBeGreaterThan(50);
  });
});
