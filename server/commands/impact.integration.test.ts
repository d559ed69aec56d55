import { describe, expect, it } from 'vitest';
import { findFiling, findSlip, findUnit } from '@/db/store';
import { adjustReport } from '@/server/commands/report/adjust-report';
import { finaliseReport } from '@/server/commands/report/finalise-report';
import { setSigningSteps } from '@/server/commands/report/set-signing-steps';
import { signReport } from '@/server/commands/report/sign-report';
import { signSlip } from '@/server/commands/slip/sign-slip';
import { writeSlip } from '@/server/commands/slip/write-slip';
import { boundContents, slipEffect } from '@/server/domain/corrections';
import { usualSteps } from '@/server/domain/signing';
import { loadReportPage } from '@/server/queries/report';
import { settleReport } from '../rehearsal/settle-report';
import { inADistrict } from '../testing/in-a-district';
import { kindsOf } from '../testing/log-of';
import { expectRefused } from '../testing/refusal-of';
import { loadUnitBooks } from '../views/unit-books';
import { adjustmentImpact, slipImpact, unlockImpact, withdrawImpact } from './impact';
import { countersignAdjustment } from './report/countersign-adjustment';
import { sendForSigning } from './report/send-for-signing';
import { withdrawAdjustment } from './report/withdraw-adjustment';
import { acceptSlip } from './slip/accept-slip';

const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
const [received, granted] = ['s3.new_received.natural_person', 's3.granted.natural_person'];
const reason = '核对台账发现漏计一件邮寄申请，已办结。';

describe('A7: before a late change is saved', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const states = async () => (await page()).signing.steps.map(({ step, state }) => `${step.key} ${state}`);

  /** Signed by all, the filings approved; with an edition the filings are locked. @param units whose filings are still to be filed */
  async function signedByAll(units: readonly number[] = [0, 1]): Promise<void> {
    if (units.length > 0) await district.allApproved({ [received]: 2, [granted]: 2 }, units);
    await settleReport(district(), key(), texts, () => reason);
    await setSigningSteps(district().admin, {
      steps: usualSteps.map((step) => ({ ...step, isPerEdition: false })),
      seen: [],
    });
    const leader = await district().withPost(district().auditor, 'head', district().rootId);
    const seen = async () => ({ ...key(), seenHash: (await page()).signing.hash });
    await sendForSigning(district().admin, { ...(await seen()), changeId: 'send' });
    for (const [person, step] of [
      [district().reviewer, 'office'],
      [district().secondReviewer, 'legal'],
      [leader, 'leader'],
    ] as const)
      await signReport(person, { ...(await seen()), step, changeId: step, note: '' });
  }

  /** One more request received and granted in the first quarter of the first unit, signed by it. */
  async function aSignedSlip(): Promise<{ slipId: string; version: number }> {
    const { year, unitIds, store } = district();
    const [unitId = ''] = unitIds;
    const changes = [received, granted].map((cell) => ({ quarter: 1, cell, raw: '3' }));
    const { slipId, version } = await writeSlip(district().clerk(), { unitId, year, slip: null, changes, reason });
    const unit = await findUnit(store.read, unitId);
    if (!unit) throw new Error('the unit is there');
    const seen = boundContents(slipEffect(await loadUnitBooks(store.read, unit, year, null), { year, changes }, null));
    await signSlip(district().clerk(), { slipId, version, seen });
    return { slipId, version };
  }

  it('a slip says which figures move and exactly whose signatures lapse, and does nothing', async () => {
    await signedByAll();
    await finaliseReport(district().admin, { ...key(), changeId: 'edition', seenHash: (await page()).hash });
    const slip = await aSignedSlip();
    const before = await page();
    const kinds = await kindsOf(district().store, async () => {
      const [impact, ...others] = await slipImpact(district().admin, slip);
      expect(others).toEqual([]);
      expect(impact?.cells.find((one) => one.cell === granted)).toMatchObject({ before: '16', after: '17' });
      expect(impact?.lapsed.map(({ step, signedBy, moved }) => [step, signedBy, moved])).toEqual([
        ['办公室审核', district().reviewer.actor.name, ['table:t3']],
        ['领导签发', district().auditor.actor.name, ['table:t3']],
      ]);
      expect([impact?.keptSignatures, impact?.texts, impact?.isNothing]).toEqual([1, [], false]);
    });
    expect(kinds).toEqual([]);
    expect(await page()).toEqual(before);
    expect((await findSlip(district().store.read, slip.slipId))?.status).toBe('signed');
    await acceptSlip(district().admin, slip);
    expect(await states()).toEqual(['office lapsed', 'legal signed', 'leader lapsed']);
  });

  it('giving an approved quarter back names the signatures over tables and reasons, and the finding that appears', async () => {
    await signedByAll();
    const filing = await district().filing();
    const [impact] = await unlockImpact(district().admin, { filingId: filing.id, submissionNumber: 1 });
    expect(impact?.lapsed.map(({ step }) => step)).toEqual(['办公室审核', '领导签发']);
    expect(impact?.appeared.some((finding) => finding.severity === 'must_fix')).toBe(true);
    expect((await findFiling(district().store.read, filing.id))?.status).toBe('approved');
    expect(await states()).toEqual(['office signed', 'legal signed', 'leader signed']);
  });

  it('an adjustment is shown as it will be once it is countersigned; one that cannot be is refused as writing it would be', async () => {
    await signedByAll();
    const asked = { ...key(), cell: granted };
    const [impact] = await adjustmentImpact(district().admin, { ...asked, raw: '+1' });
    expect(impact?.cells.find((one) => one.cell === granted)).toMatchObject({ before: '16', after: '17' });
    expect((await page()).adjustments).toEqual([]);
    await expectRefused(adjustmentImpact(district().admin, { ...asked, raw: '-99' }), 'invalid');
    await expectRefused(adjustmentImpact(district().reviewer, { ...asked, raw: '+1' }), 'forbidden');
    await adjustReport(district().admin, { ...asked, changeId: 'a', raw: '+1', reason });
    expect((await page()).adjustments).toHaveLength(1);
  });

  it('taking a counted adjustment back shows the sum again and whose signatures lapse, and does nothing; one not counted moves nothing', async () => {
    await district.allApproved({ [received]: 2, [granted]: 2 });
    const before = 's2.licensing_decisions';
    const line = await adjustReport(district().admin, { ...key(), changeId: 'a', cell: before, raw: '+3', reason });
    const asked = { ...key(), adjustmentId: line.id };
    const [uncounted] = await withdrawImpact(district().admin, asked);
    expect([uncounted?.cells, uncounted?.lapsed]).toEqual([[], []]);
    await countersignAdjustment(district().reviewer, asked);
    await signedByAll([]);
    const kinds = await kindsOf(district().store, async () => {
      const [impact] = await withdrawImpact(district().admin, asked);
      expect(impact?.cells.find((one) => one.cell === before)).toMatchObject({ before: '3', after: '0' });
      expect(impact?.lapsed.map(({ step }) => step)).toEqual(['办公室审核', '领导签发']);
      expect(impact?.keptSignatures).toBe(1);
    });
    expect(kinds).toEqual([]);
    expect(await states()).toEqual(['office signed', 'legal signed', 'leader signed']);
    await expectRefused(withdrawImpact(district().reviewer, asked), 'forbidden');
    await withdrawAdjustment(district().admin, asked);
    expect(await states()).toEqual(['office lapsed', 'legal signed', 'leader lapsed']);
  });
});
