import { describe, expect, it } from 'vitest';
import { countersignException } from '@/server/commands/filing/countersign-exception';
import { explainFinding } from '@/server/commands/filing/explain-finding';
import { typeCell } from '../testing/a-district';
import { inADistrict } from '../testing/in-a-district';
import { loadFilingView } from '../views/filing-view';
import { loadExceptionReview } from './review';
import { loadQueue } from './review-queue';

const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const text = '系统切换遗留一件，已登记说明。';

describe('what a second signature is given under', () => {
  const district = inADistrict();

  /** A quarter that nobody has submitted, with a finding to be let pass and its reason. */
  async function waiting() {
    const filing = await district().type({ [received]: 3, [granted]: 2 });
    const { checkRun } = await loadFilingView(district().store.read, filing, null);
    const finding = checkRun.findings.find((one) => one.severity === 'must_fix');
    if (!finding) throw new Error('3 received and 2 answered must be a finding');
    await explainFinding(district().clerk(), { filingId: filing.id, rule: finding.rule, boundTo: finding.boundTo, text });
    const { exceptions } = await loadQueue(district().store.read, district().reviewer.actor, null);
    return { filingId: filing.id, exceptionId: exceptions[0]?.id ?? '', finding };
  }
  const load = (asked: { filingId: string; exceptionId: string }, person = district().reviewer) =>
    loadExceptionReview(district().store.read, person.actor, asked, null);

  it('is the figures as they stand, the rule with both sides, and the reason, before anything is submitted', async () => {
    const { filingId, exceptionId, finding } = await waiting();
    const review = await load({ filingId, exceptionId });
    expect(review?.form.status).toBe('open');
    expect([review?.finding.rule, review?.finding.left, review?.finding.right]).toEqual([finding.rule, finding.left, finding.right]);
    expect([review?.figures[received], review?.figures[granted]]).toMatchObject([{ value: 3 }, { value: 2 }]);
    expect(review?.exception).toMatchObject({ text, writtenBy: district().clerk().actor.name, isOwn: false, countersignedBy: null });
    await countersignException(district().reviewer, { filingId, exceptionId });
    expect((await load({ filingId, exceptionId }))?.exception.countersignedBy).toBe(district().reviewer.actor.name);
  });

  it('is gone once the values have changed, and there for nobody of another unit', async () => {
    const { filingId, exceptionId } = await waiting();
    await expect(load({ filingId, exceptionId }, district().clerk(1))).rejects.toMatchObject({ code: 'not_found' });
    expect(await load({ filingId, exceptionId: 'no such exception' })).toBeNull();
    await typeCell(district().clerk(), filingId, { cell: granted, raw: '1', baseVersion: 1 });
    expect(await load({ filingId, exceptionId })).toBeNull();
  });
});
