import { describe, expect, it } from 'vitest';
import { findFiling } from '@/db/store';
import type { District } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { kindsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import { listClaims } from '@/server/views/claims';
import { approveFiling } from './approve-filing';
import { claimFiling, releaseClaim } from './claim-filing';
import { recallFiling } from './recall-filing';
import { takeBackApproval } from './take-back-approval';

describe('a review that somebody takes on', () => {
  const district = inADistrict();
  const holderOf = async ({ store }: District, filingId: string) => {
    const filing = await findFiling(store.read, filingId);
    return filing ? ((await listClaims(store.read, [filing])).get(filingId)?.by ?? null) : null;
  };

  it('is theirs until they give it back, once however often they say it', async () => {
    const here = district();
    const { filing } = await here.submit();
    const asked = { filingId: filing.id, submissionNumber: 1, from: null };
    const kinds = await kindsOf(here.store, async () => {
      await claimFiling(here.reviewer, asked);
      await claimFiling(here.reviewer, asked);
      expect(await holderOf(here, filing.id)).toBe(here.reviewer.actor.userId);
      await releaseClaim(here.reviewer, { filingId: filing.id });
    });
    expect(kinds).toEqual(['filing.claimed', 'filing.claim_released']);
    await expectRefused(releaseClaim(here.reviewer, { filingId: filing.id }), 'conflict');
    expect(await holderOf(here, filing.id)).toBeNull();
  });

  it('of two who take it on at once the second is told who has it and when, and may take it over knowingly', async () => {
    const here = district();
    const { filing } = await here.submit();
    const asked = { filingId: filing.id, submissionNumber: 1 };
    await claimFiling(here.reviewer, { ...asked, from: null });
    const refused = await expectRefused(claimFiling(here.secondReviewer, { ...asked, from: null }), 'conflict');
    expect(refused.sentence.zh).toMatch(/reviewer reviewer已于 \S+ \d{1,2}:\d{2} 接下/);
    await expectRefused(releaseClaim(here.secondReviewer, { filingId: filing.id }), 'conflict');
    expect(await holderOf(here, filing.id)).toBe(here.reviewer.actor.userId);
    await claimFiling(here.secondReviewer, { ...asked, from: here.reviewer.actor.userId });
    expect(await holderOf(here, filing.id)).toBe(here.secondReviewer.actor.userId);
  });

  it('does not come back with an approval that is taken back', async () => {
    const here = district();
    const { filing, number, hash } = await here.submit();
    await claimFiling(here.reviewer, { filingId: filing.id, submissionNumber: 1, from: null });
    await approveFiling(here.secondReviewer, { filingId: filing.id, submissionNumber: number, seenHash: hash });
    const reason = '误点通过，台账还没有核对。';
    await takeBackApproval(here.secondReviewer, { filingId: filing.id, submissionNumber: number, reason });
    expect(await holderOf(here, filing.id)).toBeNull();
    await claimFiling(here.reviewer, { filingId: filing.id, submissionNumber: 1, from: null });
    expect(await holderOf(here, filing.id)).toBe(here.reviewer.actor.userId);
  });

  it('locks nobody out, and ends with a decision or a recall', async () => {
    const here = district();
    const { filing, number, hash } = await here.submit();
    await claimFiling(here.reviewer, { filingId: filing.id, submissionNumber: 1, from: null });
    await approveFiling(here.secondReviewer, { filingId: filing.id, submissionNumber: number, seenHash: hash });
    expect(await holderOf(here, filing.id)).toBeNull();
    const other = await here.submit({}, { unit: 1 });
    await claimFiling(here.reviewer, { filingId: other.filing.id, submissionNumber: 1, from: null });
    await recallFiling(here.clerk(1), { filingId: other.filing.id });
    await here.submit({}, { unit: 1 });
    expect(await holderOf(here, other.filing.id)).toBeNull();
    await expectRefused(claimFiling(here.reviewer, { filingId: other.filing.id, submissionNumber: 1, from: null }), 'conflict');
  });

  it('is no clerk’s and no auditor’s, and nothing that does not wait is anybody’s', async () => {
    const here = district();
    const { filing } = await here.submit();
    const asked = { filingId: filing.id, submissionNumber: 1, from: null };
    await expectRefused(claimFiling(here.clerk(), asked), 'forbidden');
    await expectRefused(claimFiling(here.auditor, asked), 'forbidden');
    await expectRefused(claimFiling(here.reviewer, { ...asked, filingId: (await here.filing(1)).id }), 'wrong_status');
  });

  it('the second decision says who decided and when', async () => {
    const here = district();
    const { filing, number, hash } = await here.submit();
    await approveFiling(here.reviewer, { filingId: filing.id, submissionNumber: number, seenHash: hash });
    const refused = await expectRefused(
      approveFiling(here.secondReviewer, { filingId: filing.id, submissionNumber: number, seenHash: hash }),
      'wrong_status',
    );
    expect(refused.sentence.zh).toMatch(/reviewer reviewer已于 .+“通过审核”/);
    expect(refused.details).toMatchObject({ step: 'filing.approved', by: 'reviewer reviewer' });
  });
});
