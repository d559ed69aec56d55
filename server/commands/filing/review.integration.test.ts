import { describe, expect, it } from 'vitest';
import { checkedBooksOf, findFiling, listRemarks, listSubmissions } from '@/db/store';
import { settleFindings, submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { answerRemark } from './answer-remark';
import { approveFiling } from './approve-filing';
import { declareNothing } from './declare-nothing';
import { openReview } from './open-review';
import { recallFiling } from './recall-filing';
import { returnFiling } from './return-filing';

const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';

describe('a review', () => {
  const district = inADistrict();
  const status = async (filingId: string) => (await findFiling(district().store.read, filingId))?.status;

  it('tells a reviewer who decides on it after all that it was recalled, by whom and when', async () => {
    const { filing, number, hash } = await district().submit();
    await recallFiling(district().clerk(), { filingId: filing.id });
    const seen = { filingId: filing.id, submissionNumber: number, seenHash: hash };
    const { clerk, reviewer } = district();
    const recalled = { recalledBy: clerk().actor.name, recalledAt: clerk().now().toISOString() };
    for (const act of [
      () => approveFiling(reviewer, seen),
      () => openReview(reviewer, { filingId: filing.id }),
      () => returnFiling(reviewer, { ...seen, reason: '请核对', remarks: [{ anchor: 'text', text: '请补充' }] }),
    ]) {
      const refused = await expectRefused(act(), 'wrong_status');
      expect(refused.details).toEqual(recalled);
      expect(refused.sentence.zh).toContain('撤回第 1 次报送');
    }
    await expectRefused(approveFiling(district().clerk(1), seen), 'not_found');
  });

  it('R5: ends recall: until it is opened the clerk may take the submission back, afterwards not', async () => {
    const { filing } = await district().submit();
    await recallFiling(district().clerk(), { filingId: filing.id });
    expect([await status(filing.id), (await listSubmissions(district().store.read, filing.id))[0]?.outcome]).toEqual(['open', 'recalled']);
    await submitQuarter(district().clerk(), filing.id);
    await openReview(district().reviewer, { filingId: filing.id });
    await expectRefused(recallFiling(district().clerk(), { filingId: filing.id }), 'wrong_status');
    expect(await status(filing.id)).toBe('in_review');
  });

  it('is opened once: the second reviewer is told who has it, since when', async () => {
    const { filing } = await district().submit();
    await openReview(district().reviewer, { filingId: filing.id });
    const refused = await expectRefused(openReview(district().secondReviewer, { filingId: filing.id }), 'wrong_status');
    expect(refused.details).toMatchObject({ step: 'filing.review_opened', by: district().reviewer.actor.name });
    expect(refused.sentence.zh).toContain(`${district().reviewer.actor.name}已于`);
  });

  it('tells whoever comes second what the first decided, by whom and when', async () => {
    const { filing, number, hash } = await district().submit();
    const seen = { filingId: filing.id, submissionNumber: number, seenHash: hash };
    await approveFiling(district().reviewer, seen);
    const { secondReviewer, reviewer, clerk } = district();
    for (const act of [
      () => approveFiling(secondReviewer, seen),
      () => returnFiling(secondReviewer, { ...seen, reason: '请核对台账', remarks: [{ anchor: granted, text: '与台账不符' }] }),
      () => recallFiling(clerk(), { filingId: filing.id }),
    ]) {
      const refused = await expectRefused(act(), 'wrong_status');
      expect(refused.details).toEqual({ step: 'filing.approved', by: reviewer.actor.name, at: reviewer.now().toISOString() });
      expect(refused.sentence.zh).toContain(`${reviewer.actor.name}已于`);
      expect(refused.sentence.zh).toContain('通过审核');
    }
  });

  describe('returning', () => {
    const good = { submissionNumber: 1, reason: '请核对台账', remarks: [{ anchor: granted, text: '与台账不符' }] };

    it.each([
      ['no reason', { ...good, reason: ' ' }],
      ['no remark', { ...good, remarks: [] }],
      ['a remark without words', { ...good, remarks: [{ anchor: granted, text: ' ' }] }],
      ['a remark pinned to nothing', { ...good, remarks: [{ anchor: 's3.granted.nobody', text: '与台账不符' }] }],
    ])('R3: refuses %s and leaves the submission where it is', async (_, input) => {
      const { filing } = await district().submit();
      await expectRefused(returnFiling(district().reviewer, { filingId: filing.id, ...input }), 'invalid');
      expect([await status(filing.id), await listRemarks(district().store.read, filing.id)]).toEqual(['submitted', []]);
    });

    it('pins its remarks to a cell and to the text, keeps the reason, and gives the form back to the clerk', async () => {
      const { filing } = await district().submit();
      await returnFiling(district().reviewer, {
        filingId: filing.id,
        ...good,
        remarks: [...good.remarks, { anchor: 'text', text: '请补充' }],
      });
      expect((await listRemarks(district().store.read, filing.id)).map((remark) => remark.anchor).sort()).toEqual([granted, 'text']);
      expect(await listSubmissions(district().store.read, filing.id)).toMatchObject([{ outcome: 'returned', returnReason: '请核对台账' }]);
      expect((await typeCell(district().clerk(), filing.id, { cell: granted, raw: '1', baseVersion: 1 })).outcome).toBe('saved');
    });

    it('refuses a submission that is not the newest', async () => {
      const { filing } = await district().submit();
      const refused = await expectRefused(
        returnFiling(district().reviewer, { filingId: filing.id, ...good, submissionNumber: 2 }),
        'conflict',
      );
      expect(refused.details).toEqual({ newest: 1, difference: null, indicators: [] });
    });

    it('lets only remarks of the filing be answered', async () => {
      const { filing } = await district().submit();
      await returnFiling(district().reviewer, { filingId: filing.id, ...good });
      const other = await district().submit({}, { unit: 1 });
      await returnFiling(district().reviewer, { filingId: other.filing.id, ...good });
      const [theirs] = await listRemarks(district().store.read, other.filing.id);
      const answer = { filingId: filing.id, remarkId: theirs?.id ?? '', answer: 'changed' as const, text: '' };
      await expectRefused(answerRemark(district().clerk(), answer), 'not_found');
    });
  });

  describe('approving', () => {
    it('takes the frozen figures into the ledger, in one event', async () => {
      const { filing, number, hash } = await district().submit({ [received]: 3, [granted]: 3 });
      expect(
        await kindsOf(district().store, () =>
          approveFiling(district().reviewer, { filingId: filing.id, submissionNumber: number, seenHash: hash }),
        ),
      ).toEqual(['filing.approved']);
      expect((await checkedBooksOf(district().store.read, filing.unitId, district().year)).get(1)?.get(granted)).toEqual({
        state: 'number',
        value: 3,
        decimals: 0,
      });
      expect(await status(filing.id)).toBe('approved');
    });

    it('T16: refuses another content than was looked at, and an older submission', async () => {
      const { filing, number, hash } = await district().submit();
      const approve = (submissionNumber: number, seenHash: string) =>
        approveFiling(district().reviewer, { filingId: filing.id, submissionNumber, seenHash });
      await expectRefused(approve(number, 'f'.repeat(64)), 'conflict');
      await expectRefused(approve(number + 1, hash), 'conflict');
      expect(await status(filing.id)).toBe('submitted');
    });

    it('T15: approves once when it is asked for 10 times at once', async () => {
      const { filing, number, hash } = await district().submit();
      const kinds = await kindsOf(district().store, () =>
        Promise.allSettled(
          Array.from({ length: 10 }, () =>
            approveFiling(district().reviewer, { filingId: filing.id, submissionNumber: number, seenHash: hash }),
          ),
        ),
      );
      expect(kinds.filter((kind) => kind === 'filing.approved')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(0);
    });
  });

  describe('T25: one’s own work', () => {
    const approveAs = async (who: 'clerk' | 'reviewer' | 'admin', filingId: string) => {
      const base = { clerk: district().clerk(), reviewer: district().reviewer, admin: district().admin }[who];
      const both = await district().withPost(base, 'reviewer', district().rootId);
      const [newest] = (await listSubmissions(district().store.read, filingId)).slice(-1);
      return approveFiling(both, { filingId, submissionNumber: newest?.number ?? 0, seenHash: newest?.hash ?? '' });
    };

    it('is not approved by who submitted it', async () => {
      const { filing } = await district().submit();
      await expectRefused(approveAs('clerk', filing.id), 'own_work');
    });

    it.each(['a figure', '本期无'])('is not approved by who wrote %s into it, though another clerk submitted', async (what) => {
      const unitId = district().unitIds[0] ?? '';
      const filing = await district().type();
      const helper = await district().withPost(district().reviewer, 'clerk', unitId);
      if (what === 'a figure') await typeCell(helper, filing.id, { cell: granted, raw: '0 ', baseVersion: 1 });
      else await declareNothing(helper, { filingId: filing.id, section: '3', declare: true });
      await submitQuarter(district().clerk(), filing.id);
      await expectRefused(approveAs('reviewer', filing.id), 'own_work');
      await expectRefused(approveAs('clerk', filing.id), 'own_work');
      const [submission] = await listSubmissions(district().store.read, filing.id);
      await approveFiling(district().secondReviewer, { filingId: filing.id, submissionNumber: 1, seenHash: submission?.hash ?? '' });
    });

    it('is not approved by who submitted it before it was returned, though another clerk submitted it again', async () => {
      const unitId = district().unitIds[0] ?? '';
      const filing = await district().type();
      const helper = await district().withPost(district().reviewer, 'clerk', unitId);
      await submitQuarter(helper, filing.id);
      await returnFiling(district().secondReviewer, {
        filingId: filing.id,
        submissionNumber: 1,
        reason: '请核对',
        remarks: [{ anchor: granted, text: '与台账不符' }],
      });
      const [remark] = await listRemarks(district().store.read, filing.id);
      await typeCell(district().clerk(), filing.id, { cell: granted, raw: '1', baseVersion: 1 });
      await answerRemark(district().clerk(), { filingId: filing.id, remarkId: remark?.id ?? '', answer: 'changed', text: '' });
      await typeCell(district().clerk(), filing.id, { cell: received, raw: '1', baseVersion: 1 });
      await submitQuarter(district().clerk(), filing.id);
      const refused = await expectRefused(approveAs('reviewer', filing.id), 'own_work');
      expect(refused.sentence.zh).toContain('报送');
    });

    it('may be approved by who countersigned its exception', async () => {
      const filing = await district().type({ [received]: 3, [granted]: 2 });
      await settleFindings(district().clerk(), district().reviewer, filing.id, () => '系统切换遗留一件，已登记说明。');
      await submitQuarter(district().clerk(), filing.id);
      const [submission] = await listSubmissions(district().store.read, filing.id);
      await approveFiling(district().reviewer, { filingId: filing.id, submissionNumber: 1, seenHash: submission?.hash ?? '' });
      expect(await status(filing.id)).toBe('approved');
    });

    it('may be approved by an admin who took no part in it', async () => {
      const { filing } = await district().submit();
      await approveAs('admin', filing.id);
      expect(await status(filing.id)).toBe('approved');
    });
  });
});
