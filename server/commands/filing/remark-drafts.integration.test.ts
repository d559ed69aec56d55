import { describe, expect, it } from 'vitest';
import { listRemarks } from '@/db/store';
import { loadSubmissionReview } from '@/server/queries/review';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { pinRemark } from './pin-remark';
import { recallFiling } from './recall-filing';
import { returnFiling } from './return-filing';
import { takeOverRemarks } from './take-over-remarks';
import { unpinRemark } from './unpin-remark';

const anchor = 's3.granted.natural_person';

describe('remarks that are pinned and not sent', () => {
  const district = inADistrict();
  const seenBy = async ({ actor }: CommandContext, filingId: string) => {
    const review = await loadSubmissionReview(district().store.read, actor, filingId, null);
    return { own: review?.drafts.map((draft) => draft.text), others: review?.draftsOfOthers.map(({ name, count }) => [name, count]) };
  };

  it('are seen by their writer alone, whoever asks, and are no event; a second time the same one is one', async () => {
    const { filing } = await district().submit();
    const { reviewer, secondReviewer, store } = district();
    const input = { filingId: filing.id, draftId: 'd1', anchor, text: ' 与台账不符 ' };
    expect(await kindsOf(store, async () => [await pinRemark(reviewer, input), await pinRemark(reviewer, input)])).toEqual([]);
    expect(await seenBy(reviewer, filing.id)).toEqual({ own: ['与台账不符'], others: [] });
    expect(await seenBy(secondReviewer, filing.id)).toEqual({ own: [], others: [[reviewer.actor.name, 1]] });
    expect(await seenBy(district().clerk(), filing.id)).toEqual({ own: [], others: [] });
    await unpinRemark(secondReviewer, { filingId: filing.id, draftId: 'd1' });
    expect((await seenBy(reviewer, filing.id)).own).toEqual(['与台账不符']);
    await unpinRemark(reviewer, { filingId: filing.id, draftId: 'd1' });
    expect((await seenBy(reviewer, filing.id)).own).toEqual([]);
  });

  it('need words and a place of the submission, and a submission under review', async () => {
    const { filing } = await district().submit();
    const { reviewer } = district();
    const good = { filingId: filing.id, draftId: 'd1', anchor, text: '请核对' };
    await expectRefused(pinRemark(reviewer, { ...good, text: ' ' }), 'invalid');
    await expectRefused(pinRemark(reviewer, { ...good, anchor: 's3.nothing' }), 'invalid');
    await expectRefused(pinRemark(district().clerk(), good), 'forbidden');
    await recallFiling(district().clerk(), { filingId: filing.id });
    await expectRefused(pinRemark(reviewer, good), 'wrong_status');
  });

  it('outlive a recall', async () => {
    const { filing } = await district().submit();
    const { reviewer } = district();
    await pinRemark(reviewer, { filingId: filing.id, draftId: 'd1', anchor, text: '请核对' });
    await recallFiling(district().clerk(), { filingId: filing.id });
    await submitQuarter(district().clerk(), filing.id);
    expect((await seenBy(reviewer, filing.id)).own).toEqual(['请核对']);
  });

  it('go out with their writer’s return only: a colleague’s stay the colleague’s', async () => {
    const { filing } = await district().submit();
    const { reviewer, secondReviewer, store } = district();
    await pinRemark(reviewer, { filingId: filing.id, draftId: 'd1', anchor, text: '甲的' });
    await pinRemark(secondReviewer, { filingId: filing.id, draftId: 'd2', anchor, text: '乙的' });
    const remarks = [{ anchor, text: '乙的' }];
    await returnFiling(secondReviewer, { filingId: filing.id, submissionNumber: 1, reason: '请核对台账', remarks });
    expect((await listRemarks(store.read, filing.id)).map((remark) => remark.text)).toEqual(['乙的']);
    expect((await store.read.db.select().from(store.read.t.remarkDrafts)).map((draft) => draft.text)).toEqual(['甲的']);
  });

  it('are taken over with the review: from then on they are the colleague’s, and the log says so', async () => {
    const { filing } = await district().submit();
    const { reviewer, secondReviewer, store } = district();
    await pinRemark(reviewer, { filingId: filing.id, draftId: 'd1', anchor, text: '请核对' });
    const take = () => takeOverRemarks(secondReviewer, { filingId: filing.id, from: reviewer.actor.userId });
    expect(await kindsOf(store, take)).toEqual(['remark_drafts.taken_over']);
    expect(await seenBy(secondReviewer, filing.id)).toEqual({ own: ['请核对'], others: [] });
    expect(await seenBy(reviewer, filing.id)).toEqual({ own: [], others: [[secondReviewer.actor.name, 1]] });
    await expectRefused(take(), 'invalid');
  });
});
