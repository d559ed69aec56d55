import { describe, expect, it } from 'vitest';
import { listRemarks } from '@/db/store';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { expectRefused } from '../../testing/refusal-of';
import { answerRemark } from './answer-remark';
import { restateOpening } from './restate-opening';
import { returnFiling } from './return-filing';
import { saveFilingText } from './save-filing-text';

const granted = 's3.granted.natural_person';
const received = 's3.new_received.natural_person';
const total = 's3.granted.total';
const opening = 's3.carried_in.natural_person';

describe('已改 on a remark', () => {
  const district = inADistrict();

  /** A submission of 3 requests, all granted, that came back with one remark. */
  async function returned(anchor: string) {
    const filing = await district().filing();
    await saveFilingText(district().clerk(), {
      filingId: filing.id,
      changeId: district().clerk().newId(),
      text: '公开 3 件。\n办结 3 件。',
      baseVersion: 0,
    });
    await district().submit({ [received]: 3, [granted]: 3 });
    await returnFiling(district().reviewer, {
      filingId: filing.id,
      submissionNumber: 1,
      reason: '请核对',
      remarks: [{ anchor, text: '与台账不符' }],
    });
    const [remark] = await listRemarks(district().store.read, filing.id);
    const filingId = filing.id;
    const answer = (answered: 'changed' | 'not_changed', text = '') =>
      answerRemark(district().clerk(), { filingId, remarkId: remark?.id ?? '', answer: answered, text });
    const state = async () => (await listRemarks(district().store.read, filingId))[0]?.answer;
    const write = (text: string) =>
      saveFilingText(district().clerk(), { filingId, changeId: district().clerk().newId(), text, baseVersion: 1 });
    return { filingId, answer, state, write };
  }

  it('is refused with both values while the cell says what was submitted, and taken once it says something else', async () => {
    const { filingId, answer, state } = await returned(granted);
    const refused = await expectRefused(answer('changed'), 'invalid');
    expect(refused.details).toEqual({ anchor: granted, before: '3', after: '3' });
    expect(refused.sentence.zh).toContain('第 1 次报送时是 3，现在仍是 3');
    expect(await state()).toBeNull();
    await typeCell(district().clerk(), filingId, { cell: granted, raw: '2', baseVersion: 1 });
    await answer('changed');
    expect(await state()).toBe('changed');
  });

  it('is refused when the value came back, was typed anew, or another cell was changed', async () => {
    const { filingId, answer } = await returned(granted);
    for (const [index, raw] of ['2', '3', ' 3 ', '３'].entries())
      await typeCell(district().clerk(), filingId, { cell: granted, raw, baseVersion: index + 1 });
    await typeCell(district().clerk(), filingId, { cell: received, raw: '4', baseVersion: 1 });
    await expectRefused(answer('changed'), 'invalid');
  });

  it('is taken of a total when one of its terms has changed', async () => {
    const { filingId, answer } = await returned(total);
    await expectRefused(answer('changed'), 'invalid');
    await typeCell(district().clerk(), filingId, { cell: granted, raw: '', baseVersion: 1 });
    await answer('changed');
  });

  it('is taken of an opening that was restated', async () => {
    const { filingId, answer } = await returned(opening);
    await expectRefused(answer('changed'), 'invalid');
    await restateOpening(district().clerk(), { filingId, cell: opening, raw: '1', reason: '上年年报漏计一件，已发更正公告。' });
    await answer('changed');
  });

  it('is checked on the text too, and on a paragraph of it wherever it stands now', async () => {
    const whole = await returned('text');
    const refused = await expectRefused(whole.answer('changed'), 'invalid');
    expect(refused.sentence.zh).toContain('公开 3 件。 办结 3 件。');
    await whole.write('公开 3 件。\n办结 2 件。');
    await whole.answer('changed');
  });

  it('is refused of a paragraph that only moved', async () => {
    const { answer, write } = await returned('text:2');
    await write('新增一段。\n公开 3 件。\n办结 3 件。');
    await expectRefused(answer('changed'), 'invalid');
  });

  it('leaves 不改 with a reason as it is', async () => {
    const { answer, state } = await returned(granted);
    await answer('not_changed', '口径与台账一致。');
    expect(await state()).toBe('not_changed');
  });

  describe('is looked at again when the quarter is submitted', () => {
    const submit = (filingId: string) => submitQuarter(district().clerk(), filingId, '季度末单位撤并，已提前结清全部申请。');
    /** Two requests granted in place of three, received likewise, so that the sums agree. */
    const two = async (filingId: string, version: number, raw = '2') => {
      await typeCell(district().clerk(), filingId, { cell: granted, raw, baseVersion: version });
      await typeCell(district().clerk(), filingId, { cell: received, raw, baseVersion: version });
    };

    it('and refused with both values when the cell was set back meanwhile, taken when it is changed after all', async () => {
      const { filingId, answer, write } = await returned(granted);
      await two(filingId, 1);
      await answer('changed');
      await two(filingId, 2, '3');
      await write('公开 3 件。\n办结 3 件，另有说明。');
      const refused = await expectRefused(submit(filingId), 'invalid');
      expect(refused.details).toEqual({ anchor: granted, before: '3', after: '3' });
      expect(refused.sentence.zh).toContain('第 1 次报送时是 3，现在仍是 3');
      await two(filingId, 3);
      expect((await submit(filingId)).number).toBe(2);
    });

    it('of the text and of a paragraph as well', async () => {
      const { filingId, answer, write } = await returned('text:2');
      await write('公开 3 件。\n办结 2 件。');
      await answer('changed');
      const text = '公开 3 件。\n办结 3 件。\n另有说明。';
      await saveFilingText(district().clerk(), { filingId, changeId: district().clerk().newId(), text, baseVersion: 2 });
      const refused = await expectRefused(submit(filingId), 'invalid');
      expect(refused.details).toMatchObject({ anchor: 'text:2', before: '办结 3 件。' });
    });

    it('but an answer to an earlier return binds no more: the next one may ask for the first value again', async () => {
      const { filingId, answer } = await returned(granted);
      await two(filingId, 1);
      await answer('changed');
      await submit(filingId);
      await returnFiling(district().reviewer, {
        filingId,
        submissionNumber: 2,
        reason: '台账更正，应为 3 件',
        remarks: [{ anchor: granted, text: '应为 3' }],
      });
      const second = (await listRemarks(district().store.read, filingId)).find((remark) => remark.submissionNumber === 2);
      await two(filingId, 2, '3');
      await answerRemark(district().clerk(), { filingId, remarkId: second?.id ?? '', answer: 'changed', text: '' });
      expect((await submit(filingId)).number).toBe(3);
    });
  });
});
