import { describe, expect, it } from 'vitest';
import { checkedBooksOf, findFiling, listSubmissions, sumCheckedFigures } from '@/db/store';
import { loadSubmissionReview } from '@/server/queries/review';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { exportFilingCheck } from '../export/export-filing-check';
import { approveFiling } from './approve-filing';
import { recallFiling } from './recall-filing';
import { returnFiling } from './return-filing';
import { undoUnlock } from './undo-unlock';
import { unlockFiling } from './unlock-filing';

const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const reason = '上级核查发现漏报一件，须补正。';

describe('an approved filing', () => {
  const district = inADistrict();
  const status = async (filingId: string) => (await findFiling(district().store.read, filingId))?.status;
  const unlock = (filingId: string) => unlockFiling(district().admin, { filingId, submissionNumber: 1, reason });
  const approved = () => district().approve({ [received]: 3, [granted]: 3 });
  const sum = async () => (await sumCheckedFigures(district().store.read, district().year, null)).get(1)?.get(granted);
  const changed = async (filingId: string) => {
    await typeCell(district().clerk(), filingId, { cell: granted, raw: '4', baseVersion: 1 });
    await typeCell(district().clerk(), filingId, { cell: received, raw: '4', baseVersion: 1 });
  };

  it('R5: is unlocked by an admin with a reason: the clerk writes again, and its figures leave the roll-up', async () => {
    const { filing } = await approved();
    expect(await sum()).toMatchObject({ value: 3 });
    expect(await kindsOf(district().store, () => unlock(filing.id))).toEqual(['filing.unlocked']);
    expect([await status(filing.id), await sum(), await checkedBooksOf(district().store.read, filing.unitId, district().year)]).toEqual([
      'returned',
      undefined,
      new Map(),
    ]);
    expect(await listSubmissions(district().store.read, filing.id)).toMatchObject([{ outcome: 'returned', returnReason: reason }]);
    expect((await typeCell(district().clerk(), filing.id, { cell: granted, raw: '4', baseVersion: 1 })).outcome).toBe('saved');
  });

  it.each(['', ' ', '已核实', '数据无误'])('is not unlocked for “%s”, which is no reason', async (empty) => {
    const { filing } = await approved();
    await expectRefused(unlockFiling(district().admin, { filingId: filing.id, submissionNumber: 1, reason: empty }), 'invalid');
    expect([await status(filing.id), await sum()]).toMatchObject(['approved', { value: 3 }]);
  });

  it('is unlocked by nobody but an admin, only once, and as the submission that was looked at', async () => {
    const { filing } = await approved();
    const input = { filingId: filing.id, submissionNumber: 1, reason };
    await expectRefused(unlockFiling(district().reviewer, input), 'forbidden');
    await expectRefused(unlockFiling(district().clerk(), input), 'forbidden');
    await expectRefused(unlockFiling(district().admin, { ...input, submissionNumber: 2 }), 'conflict');
    await unlock(filing.id);
    await expectRefused(unlock(filing.id), 'wrong_status');
  });

  it('is not unlocked by somebody who looked at an earlier submission, who is told what differs', async () => {
    const { filing } = await approved();
    await unlock(filing.id);
    await changed(filing.id);
    const again = await submitQuarter(district().clerk(), filing.id);
    await approveFiling(district().reviewer, { filingId: filing.id, submissionNumber: again.number, seenHash: again.hash });
    const refused = await expectRefused(unlock(filing.id), 'conflict');
    const told = (refused.details as { difference: { cells: { cell: string }[] } }).difference.cells;
    expect(told.map((one) => one.cell)).toContain(granted);
    expect(await status(filing.id)).toBe('approved');
  });

  it('has its approval back, person and time and figures, when the unlock is undone', async () => {
    const { filing } = await approved();
    const before = await listSubmissions(district().store.read, filing.id);
    const books = await checkedBooksOf(district().store.read, filing.unitId, district().year);
    for (let round = 0; round < 2; round++) {
      district().setClock(`2026-05-0${round + 1}T02:00:00Z`);
      await unlock(filing.id);
      expect(await kindsOf(district().store, () => undoUnlock(district().admin, { filingId: filing.id }))).toEqual([
        'filing.unlock_undone',
      ]);
      expect([await status(filing.id), await sum()]).toMatchObject(['approved', { value: 3 }]);
      expect(await listSubmissions(district().store.read, filing.id)).toEqual(before);
      expect(await checkedBooksOf(district().store.read, filing.unitId, district().year)).toEqual(books);
    }
  });

  it('is still an unlock that can be undone after somebody printed what the checks say of it', async () => {
    const { filing } = await approved();
    await unlock(filing.id);
    await exportFilingCheck(district().admin, { filingId: filing.id, kind: 'html' });
    await undoUnlock(district().admin, { filingId: filing.id });
    expect(await status(filing.id)).toBe('approved');
  });

  it('keeps its unlock once something has changed; when it is as it was approved, the unlock may be undone again', async () => {
    const { filing } = await approved();
    await unlock(filing.id);
    const state = async () => (await loadSubmissionReview(district().store.read, district().admin.actor, filing.id, null))?.unlocked;
    expect(await state()).toBe('unchanged');
    await typeCell(district().clerk(), filing.id, { cell: granted, raw: '4', baseVersion: 1 });
    expect(await state()).toBe('changed');
    const refused = await expectRefused(undoUnlock(district().admin, { filingId: filing.id }), 'conflict');
    expect(refused.sentence.zh).toContain('已有改动');
    expect([await status(filing.id), await sum()]).toEqual(['returned', undefined]);
    await typeCell(district().clerk(), filing.id, { cell: granted, raw: '3', baseVersion: 2 });
    await undoUnlock(district().admin, { filingId: filing.id });
    expect([await status(filing.id), await state()]).toEqual(['approved', null]);
  });

  it('is undone by an admin only, and only an unlock: what a review returned stays returned', async () => {
    const { filing } = await approved();
    await unlock(filing.id);
    await expectRefused(undoUnlock(district().reviewer, { filingId: filing.id }), 'forbidden');
    const other = await district().submit({}, { unit: 1 });
    const remarks = [{ anchor: granted, text: '与台账不符' }];
    await returnFiling(district().reviewer, { filingId: other.filing.id, submissionNumber: 1, reason: '请核对台账', remarks });
    await expectRefused(undoUnlock(district().admin, { filingId: other.filing.id }), 'conflict');
  });

  it('is not brought back over a submission that followed the unlock', async () => {
    const { filing } = await approved();
    await unlock(filing.id);
    await changed(filing.id);
    await submitQuarter(district().clerk(), filing.id);
    await expectRefused(undoUnlock(district().admin, { filingId: filing.id }), 'wrong_status');
    await recallFiling(district().clerk(), { filingId: filing.id });
    await expectRefused(undoUnlock(district().admin, { filingId: filing.id }), 'wrong_status');
  });

  it('R4: is approved again by somebody who has not written into it since, and rolls up with its new figures', async () => {
    const { filing } = await approved();
    await unlock(filing.id);
    const helper = await district().withPost(district().reviewer, 'clerk', filing.unitId);
    await typeCell(helper, filing.id, { cell: granted, raw: '4', baseVersion: 1 });
    await typeCell(district().clerk(), filing.id, { cell: received, raw: '4', baseVersion: 1 });
    const { number, hash } = await submitQuarter(district().clerk(), filing.id);
    const seen = { filingId: filing.id, submissionNumber: number, seenHash: hash };
    const clerkWhoReviews = await district().withPost(district().clerk(), 'reviewer', district().rootId);
    await expectRefused(approveFiling(district().reviewer, seen), 'own_work');
    await expectRefused(approveFiling(clerkWhoReviews, seen), 'own_work');
    await approveFiling(district().secondReviewer, seen);
    expect([await status(filing.id), await sum()]).toMatchObject(['approved', { value: 4 }]);
  });
});
