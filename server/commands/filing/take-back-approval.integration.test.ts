import { describe, expect, it } from 'vitest';
import { findFiling, insertReport, insertReportSignature, listSubmissions, sumCheckedFigures, withdrawStoredSignature } from '@/db/store';
import type { Scope } from '@/server/domain/subject';
import { loadSubmissionReview } from '@/server/queries/review';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { approveFiling } from './approve-filing';
import { recallFiling } from './recall-filing';
import { returnFiling } from './return-filing';
import { takeBackApproval } from './take-back-approval';

const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const reason = '误点了通过，台账还没有核对。';

describe('taking an approval back', () => {
  const district = inADistrict({ openQuarters: [1, 2] });
  const status = async (filingId: string) => (await findFiling(district().store.read, filingId))?.status;
  const sum = async () => (await sumCheckedFigures(district().store.read, district().year, null)).get(1)?.get(granted);
  const approved = () => district().approve({ [received]: 3, [granted]: 3 });
  const input = (filingId: string) => ({ filingId, submissionNumber: 1, reason });
  const shown = async (filingId: string, person = district().reviewer) =>
    (await loadSubmissionReview(district().store.read, person.actor, filingId, null))?.approval;

  /** A report that holds the unit's figures, with a signature under it. */
  async function signed(unitId: string, scope: Scope, at: Date): Promise<void> {
    await district().store.tx(async (tx) => {
      await insertReport(tx, { id: 'report', unitId, year: district().year, scope, createdAt: at });
      await insertReportSignature(tx, {
        id: 'signature',
        reportId: 'report',
        step: 'leader',
        hash: 'a'.repeat(64),
        parts: {},
        content: '{}',
        note: '',
        signedBy: district().admin.actor.userId,
        signedAt: at,
      });
    });
  }

  it('brings the submission back under review as it was, its figures out of the ledger, in one event with the reason', async () => {
    const { filing } = await approved();
    expect([await shown(filing.id), await sum()]).toMatchObject([{ isOwn: true, heldBy: null }, { value: 3 }]);
    expect(await kindsOf(district().store, () => takeBackApproval(district().reviewer, input(filing.id)))).toEqual([
      'filing.approval_taken_back',
    ]);
    expect([await status(filing.id), await sum(), await shown(filing.id)]).toEqual(['in_review', undefined, null]);
    expect(await listSubmissions(district().store.read, filing.id)).toMatchObject([{ number: 1, outcome: 'pending', decidedBy: null }]);
  });

  it('leaves the clerk out, and the reviewer may approve again or return it', async () => {
    const { filing, hash } = await approved();
    await takeBackApproval(district().reviewer, input(filing.id));
    await expectRefused(typeCell(district().clerk(), filing.id, { cell: granted, raw: '4', baseVersion: 1 }), 'wrong_status');
    await expectRefused(recallFiling(district().clerk(), { filingId: filing.id }), 'wrong_status');
    await approveFiling(district().reviewer, { filingId: filing.id, submissionNumber: 1, seenHash: hash });
    expect(await sum()).toMatchObject({ value: 3 });
    await takeBackApproval(district().reviewer, input(filing.id));
    await returnFiling(district().reviewer, {
      filingId: filing.id,
      submissionNumber: 1,
      reason: '请核对',
      remarks: [{ anchor: granted, text: '与台账不符' }],
    });
    expect(await status(filing.id)).toBe('returned');
  });

  it('is for the reviewer who gave it, with a real reason, once, and for the submission that was looked at', async () => {
    const { filing } = await approved();
    const { reviewer, secondReviewer, admin, clerk } = district();
    const refused = await expectRefused(takeBackApproval(secondReviewer, input(filing.id)), 'conflict');
    expect(refused.sentence.zh).toContain(reviewer.actor.name);
    await expectRefused(takeBackApproval(admin, input(filing.id)), 'conflict');
    await expectRefused(takeBackApproval(clerk(), input(filing.id)), 'forbidden');
    await expectRefused(takeBackApproval(reviewer, { ...input(filing.id), reason: '已核实' }), 'invalid');
    await expectRefused(takeBackApproval(reviewer, { ...input(filing.id), submissionNumber: 2 }), 'conflict');
    await takeBackApproval(reviewer, input(filing.id));
    await expectRefused(takeBackApproval(reviewer, input(filing.id)), 'wrong_status');
    expect(await shown(filing.id, secondReviewer)).toBeNull();
  });

  it('is over once the unit has submitted its next quarter, and possible again when that is recalled', async () => {
    const { filing } = await approved();
    const next = await district().type({}, { quarter: 2 });
    await submitQuarter(district().clerk(), next.id, '机构调整，提前核定本季度数字。');
    const heldBy = { kind: 'next_quarter', year: district().year, quarter: 2 };
    expect(await shown(filing.id)).toEqual({ isOwn: true, heldBy });
    expect((await expectRefused(takeBackApproval(district().reviewer, input(filing.id)), 'conflict')).details).toEqual(heldBy);
    await recallFiling(district().clerk(), { filingId: next.id });
    await takeBackApproval(district().reviewer, input(filing.id));
  });

  it.each([
    ['the unit’s own report', 'own_organ'],
    ['the whole of the government above it', 'consolidated'],
  ] as const)('is over once %s is signed, and possible again when the signature is withdrawn', async (_, scope) => {
    const { filing } = await approved();
    const at = new Date(district().admin.now().getTime() + 60_000);
    await signed(scope === 'own_organ' ? filing.unitId : district().rootId, scope, at);
    expect((await expectRefused(takeBackApproval(district().reviewer, input(filing.id)), 'conflict')).details).toMatchObject({
      kind: 'report',
      scope,
    });
    await district().store.tx((tx) => withdrawStoredSignature(tx, 'signature', district().admin.actor.userId, at));
    await takeBackApproval(district().reviewer, input(filing.id));
  });

  it('is not held by a signature that is older than the approval, which cannot hold it', async () => {
    await signed(district().rootId, 'consolidated', new Date(district().admin.now().getTime() - 60_000));
    const { filing } = await approved();
    await takeBackApproval(district().reviewer, input(filing.id));
  });

  it('R4: does not let somebody approve who wrote into it before the approval that was taken back', async () => {
    const filing = await district().type();
    const helper = await district().withPost(district().secondReviewer, 'clerk', district().unitIds[0] ?? '');
    await typeCell(helper, filing.id, { cell: granted, raw: '0 ', baseVersion: 1 });
    await submitQuarter(district().clerk(), filing.id);
    const [submission] = await listSubmissions(district().store.read, filing.id);
    const asked = { filingId: filing.id, submissionNumber: 1, seenHash: submission?.hash ?? '' };
    await approveFiling(district().reviewer, asked);
    await takeBackApproval(district().reviewer, input(filing.id));
    await expectRefused(approveFiling(district().secondReviewer, asked), 'own_work');
  });
});
