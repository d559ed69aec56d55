import { describe, expect, it } from 'vitest';
import { loadFilingForm } from '@/server/queries/filing-form';
import { loadFilingView } from '@/server/views/filing-view';
import { type District, typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { answerRemark } from './answer-remark';
import { markFollowUp } from './mark-follow-up';
import { replyToRemark } from './reply-to-remark';
import { resolveThread } from './resolve-thread';
import { returnFiling } from './return-filing';
import { saveFilingText } from './save-filing-text';
import { writeComment } from './write-comment';

const cell = 's3.granted.natural_person';

/** Something is said at each minute of an hour, so that it has an order. */
function minutes(district: () => District): () => void {
  let minute = 10;
  return () => {
    minute += 1;
    district().setClock(`${district().year}-04-09T02:${minute}:00Z`);
  };
}

describe('what people say to each other about a cell', () => {
  const district = inADistrict({ units: 2 });
  const tick = minutes(district);
  const form = async (filingId: string) => loadFilingForm(district().store.read, district().clerk().actor, filingId, null);

  it('is heard by both sides, is resolved, and is open again once somebody writes', async () => {
    const { reviewer, store } = district();
    const { id: filingId } = await district().filing();
    const clerk = district().clerk();
    const kinds = await kindsOf(store, async () => {
      await writeComment(clerk, { filingId, anchor: cell, text: ' 含上年结转的一件。\n' });
      tick();
      const { id: commentId } = await writeComment(reviewer, { filingId, anchor: cell, text: '好的。' });
      await resolveThread(reviewer, { filingId, commentId });
      await resolveThread(clerk, { filingId, commentId });
    });
    expect(kinds).toEqual(['comment.written', 'comment.written', 'comment.resolved']);
    expect((await form(filingId)).comments).toMatchObject([
      { anchor: cell, text: '含上年结转的一件。', writtenBy: clerk.actor.name, resolvedBy: reviewer.actor.name },
      { text: '好的。', writtenBy: reviewer.actor.name, resolvedBy: reviewer.actor.name },
    ]);
    tick();
    await writeComment(clerk, { filingId, anchor: cell, text: '还有一处。' });
    expect((await form(filingId)).comments.map((one) => one.resolvedBy)).toEqual([reviewer.actor.name, reviewer.actor.name, null]);
  });

  it('is not resolved over words that were not read', async () => {
    const { id: filingId } = await district().filing();
    const clerk = district().clerk();
    const { id: commentId } = await writeComment(clerk, { filingId, anchor: 'text', text: '请看第二段。' });
    tick();
    await writeComment(district().reviewer, { filingId, anchor: 'text', text: '第二段还要补充。' });
    await expectRefused(resolveThread(clerk, { filingId, commentId }), 'conflict');
    await expectRefused(resolveThread(clerk, { filingId, commentId: 'no such comment' }), 'not_found');
  });

  it('is no part of what is submitted, and may be said in every status', async () => {
    const { filing } = await district().submit();
    const hash = async () => (await loadFilingView(district().store.read, filing, null)).hash;
    const before = await hash();
    await writeComment(district().clerk(), { filingId: filing.id, anchor: cell, text: '已报送。' });
    await markFollowUp(district().clerk(), { filingId: filing.id, anchor: cell, isMarked: true });
    expect(await hash()).toBe(before);
  });

  it('refuses silence, a speech, and a place that is not in the form', async () => {
    const { id: filingId } = await district().filing();
    const clerk = district().clerk();
    await expectRefused(writeComment(clerk, { filingId, anchor: cell, text: ' 　\n' }), 'invalid');
    const refused = await expectRefused(writeComment(clerk, { filingId, anchor: cell, text: '长'.repeat(1001) }), 'invalid');
    expect(refused.sentence.zh).toContain('1001');
    await writeComment(clerk, { filingId, anchor: cell, text: '𠮷'.repeat(1000) });
    await expectRefused(writeComment(clerk, { filingId, anchor: 's9.nothing', text: '在哪里？' }), 'invalid');
    await expectRefused(markFollowUp(clerk, { filingId, anchor: 'text:1', isMarked: true }), 'invalid');
  });

  it('is not for an auditor to say, nor for another unit to know of', async () => {
    const { id: filingId } = await district().filing();
    const said = { filingId, anchor: cell, text: '请说明。' };
    await expectRefused(writeComment(district().auditor, said), 'forbidden');
    await expectRefused(markFollowUp(district().auditor, { filingId, anchor: cell, isMarked: true }), 'forbidden');
    await expectRefused(writeComment(district().clerk(1), said), 'not_found');
    await expectRefused(loadFilingForm(district().store.read, district().clerk(1).actor, filingId, null), 'not_found');
  });

  it('leaves a follow-up mark that is made once and taken off once', async () => {
    const { store } = district();
    const { id: filingId } = await district().filing();
    const mark = (isMarked: boolean) => markFollowUp(district().clerk(), { filingId, anchor: cell, isMarked });
    expect(await kindsOf(store, async () => [await mark(true), await mark(true)])).toEqual(['follow_up.marked']);
    expect((await form(filingId)).followUps).toMatchObject([{ anchor: cell, markedBy: district().clerk().actor.name }]);
    expect(await kindsOf(store, async () => [await mark(false), await mark(false)])).toEqual(['follow_up.cleared']);
    expect((await form(filingId)).followUps).toEqual([]);
  });
});

describe('under a remark of a return', () => {
  const district = inADistrict({ units: 2 });
  const tick = minutes(district);
  async function returned(anchor: string) {
    const { id: filingId } = await district().filing();
    const text = '本季度公开 3 件。\n\n办结申请 5 件。';
    await saveFilingText(district().clerk(), { filingId, changeId: district().clerk().newId(), text, baseVersion: 0 });
    await district().submit();
    const remarks = [{ anchor, text: '与台账不符。' }];
    await returnFiling(district().reviewer, { filingId, submissionNumber: 1, reason: '请核对。', remarks });
    const load = async () => (await loadFilingForm(district().store.read, district().clerk().actor, filingId, null)).remarks;
    return { filingId, remarkId: (await load())[0]?.id ?? '', load };
  }

  it('both sides speak until it is answered', async () => {
    const { filingId, remarkId, load } = await returned(cell);
    await replyToRemark(district().clerk(), { filingId, remarkId, text: '台账以哪一天为准？' });
    tick();
    await replyToRemark(district().reviewer, { filingId, remarkId, text: '以季末为准。' });
    expect((await load())[0]).toMatchObject({
      answer: null,
      replies: [
        { text: '台账以哪一天为准？', writtenBy: district().clerk().actor.name },
        { text: '以季末为准。', writtenBy: district().reviewer.actor.name },
      ],
    });
    await typeCell(district().clerk(), filingId, { cell, raw: '1', baseVersion: 1 });
    await answerRemark(district().clerk(), { filingId, remarkId, answer: 'changed', text: '' });
    await expectRefused(replyToRemark(district().reviewer, { filingId, remarkId, text: '还有。' }), 'conflict');
    expect((await load())[0]).toMatchObject({ answer: 'changed', replies: [{}, {}] });
  });

  it('nobody else does, and nobody on another filing’s remark', async () => {
    const { filingId, remarkId } = await returned(cell);
    const other = (await district().filing(1)).id;
    await expectRefused(replyToRemark(district().auditor, { filingId, remarkId, text: '请说明。' }), 'forbidden');
    await expectRefused(replyToRemark(district().clerk(1), { filingId, remarkId, text: '请说明。' }), 'not_found');
    await expectRefused(replyToRemark(district().clerk(1), { filingId: other, remarkId, text: '请说明。' }), 'not_found');
    await expectRefused(replyToRemark(district().clerk(), { filingId, remarkId, text: '' }), 'invalid');
  });

  it('a paragraph keeps the words it was pinned to, whatever becomes of the text', async () => {
    const { filingId, load } = await returned('text:2');
    expect(await load()).toMatchObject([{ anchor: 'text:2', quote: '办结申请 5 件。' }]);
    await saveFilingText(district().clerk(), { filingId, changeId: district().clerk().newId(), text: '全部重写。', baseVersion: 1 });
    expect(await load()).toMatchObject([{ anchor: 'text:2', quote: '办结申请 5 件。' }]);
  });

  it('a paragraph that the submission has not is refused', async () => {
    await expectRefused(returned('text:3'), 'invalid');
  });
});
