import { describe, expect, it } from 'vitest';
import type { District } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { expectRefused } from '@/server/testing/refusal-of';
import { approveFiling } from './approve-filing';
import { approveMany } from './approve-many';
import { claimFiling } from './claim-filing';
import { openReview } from './open-review';
import { returnFiling } from './return-filing';
import { takeBackApproval } from './take-back-approval';

const reason = '与台账不符，请逐项核对后再报。';
const whoAndWhen = (name: string) => new RegExp(`^${name}已于 \\S+ \\d{1,2}:\\d{2} `);

type Submitted = Awaited<ReturnType<District['submit']>>;
type Decision = (here: District, one: Submitted) => Promise<unknown>;

const seen = ({ filing, number, hash }: Submitted) => ({ filingId: filing.id, submissionNumber: number, seenHash: hash });
const back = { reason, remarks: [{ anchor: 'text', text: '请补充材料。' }] };

/** By whom the first decision is, and how it is told. */
const firsts: Record<string, Decision> = {
  approved: (here, one) => approveFiling(here.reviewer, seen(one)),
  returned: (here, { filing, number }) => returnFiling(here.reviewer, { filingId: filing.id, submissionNumber: number, ...back }),
  'approved in bulk': (here, one) => approveMany(here.reviewer, [seen(one)]),
};

/** The roads on which a second person comes. Each answers the sentence it is refused with. */
const seconds: Record<string, (here: District, one: Submitted) => Promise<string>> = {
  approves: async (here, one) => (await expectRefused(approveFiling(here.secondReviewer, seen(one)), 'wrong_status')).sentence.zh,
  returns: async (here, { filing, number }) =>
    (await expectRefused(returnFiling(here.secondReviewer, { filingId: filing.id, submissionNumber: number, ...back }), 'wrong_status'))
      .sentence.zh,
  'approves in bulk': async (here, one) => {
    const [answer] = await approveMany(here.secondReviewer, [seen(one)]);
    return answer?.outcome === 'refused' ? answer.sentence.zh : 'approved';
  },
  'takes it on in the queue': async (here, { filing, number }) =>
    (await expectRefused(claimFiling(here.secondReviewer, { filingId: filing.id, submissionNumber: number, from: null }), 'wrong_status'))
      .sentence.zh,
  'begins a review': async (here, { filing }) =>
    (await expectRefused(openReview(here.secondReviewer, { filingId: filing.id }), 'wrong_status')).sentence.zh,
};

describe('whose decision is second', () => {
  const district = inADistrict();

  it.each(Object.keys(firsts))('is told who was first and when, after it was %s, on every road', async (first) => {
    const here = district();
    const one = await here.submit();
    await firsts[first]?.(here, one);
    const told = await Promise.all(Object.entries(seconds).map(async ([road, second]) => ({ road, said: await second(here, one) })));
    for (const { road, said } of told)
      expect({ road, said }).toEqual({ road, said: expect.stringMatching(whoAndWhen('reviewer reviewer')) });
  });

  it('is told in bulk who has begun a review and when, also where an approval was taken back', async () => {
    const here = district();
    const [begun, again] = [await here.submit(), await here.submit({}, { unit: 1 })];
    await openReview(here.reviewer, { filingId: begun.filing.id });
    await approveFiling(here.reviewer, seen(again));
    await takeBackApproval(here.reviewer, { filingId: again.filing.id, submissionNumber: again.number, reason });
    for (const answer of await approveMany(here.secondReviewer, [seen(begun), seen(again)]))
      expect(answer).toMatchObject({ outcome: 'refused', sentence: { zh: expect.stringMatching(whoAndWhen('reviewer reviewer')) } });
  });
});
