import { describe, expect, it } from 'vitest';
import { findFiling } from '@/db/store';
import { loadQueue } from '@/server/queries/review-queue';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import type { CommandContext } from '../command';
import { approveMany } from './approve-many';
import { openReview } from './open-review';
import { recallFiling } from './recall-filing';

describe('approving in bulk', () => {
  const district = inADistrict({ units: 4 });
  const status = async (filingId: string) => (await findFiling(district().store.read, filingId))?.status;
  const seen = (one: { filing: { id: string }; number: number; hash: string }) => ({
    filingId: one.filing.id,
    submissionNumber: one.number,
    seenHash: one.hash,
  });
  const submitted = (unit: number) => district().submit({}, { unit });
  const queueOf = async ({ actor }: CommandContext) =>
    new Map((await loadQueue(district().store.read, actor, null)).submissions.map((item) => [item.filingId, item]));

  it('R1: approves each by itself: one that is refused says why and holds up no other', async () => {
    const [first, opened, changed, last] = [await submitted(0), await submitted(1), await submitted(2), await submitted(3)];
    await openReview(district().secondReviewer, { filingId: opened.filing.id });
    const items = [seen(first), seen(opened), { ...seen(changed), seenHash: 'f'.repeat(64) }, { ...seen(last), submissionNumber: 2 }];
    const kinds = await kindsOf(district().store, async () => {
      expect((await approveMany(district().reviewer, items)).map(({ outcome }) => outcome)).toEqual([
        'approved',
        'refused',
        'refused',
        'refused',
      ]);
    });
    expect(kinds).toEqual(['filing.approved', 'refused', 'refused', 'refused']);
    expect([await status(first.filing.id), await status(opened.filing.id), await status(changed.filing.id)]).toEqual([
      'approved',
      'in_review',
      'submitted',
    ]);
    const [again] = await approveMany(district().reviewer, [seen(opened)]);
    expect(again).toMatchObject({
      outcome: 'refused',
      sentence: { zh: expect.stringMatching(/已于 \S+ \d{1,2}:\d{2} 对这份报送“开始审核”/) },
    });
  });

  it('R4: is no way round own work, and no way in for who may not approve', async () => {
    const one = await submitted(0);
    const clerkWhoReviews = await district().withPost(district().clerk(0), 'reviewer', district().rootId);
    for (const who of [clerkWhoReviews, district().clerk(1), district().auditor])
      expect(await approveMany(who, [seen(one)])).toMatchObject([{ outcome: 'refused' }]);
    expect(await status(one.filing.id)).toBe('submitted');
    expect((await queueOf(clerkWhoReviews)).get(one.filing.id)?.isClean).toBe(false);
  });

  it('approves a submission that is named twice once, and answers both', async () => {
    const one = await submitted(0);
    const kinds = await kindsOf(district().store, async () => {
      expect((await approveMany(district().reviewer, [seen(one), seen(one)])).map(({ outcome }) => outcome)).toEqual([
        'approved',
        'approved',
      ]);
    });
    expect(kinds).toEqual(['filing.approved']);
  });

  it('is offered for what is clean: a first submission, nothing explained, nobody reviewing it yet', async () => {
    const clean = await submitted(0);
    const explained = await district().submit({ 's2.normative_documents.in_force': 1 }, { unit: 1 });
    const again = await submitted(2);
    await recallFiling(district().clerk(2), { filingId: again.filing.id });
    await submitQuarter(district().clerk(2), again.filing.id);
    const opened = await submitted(3);
    await openReview(district().secondReviewer, { filingId: opened.filing.id });
    const queue = await queueOf(district().reviewer);
    expect([clean, explained, again, opened].map(({ filing }) => queue.get(filing.id)?.isClean)).toEqual([true, false, false, false]);
    expect(queue.get(clean.filing.id)?.hash).toBe(clean.hash);
  });
});
