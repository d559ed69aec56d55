import { describe, expect, it } from 'vitest';
import { findFiling, listEvents, listSubmissions } from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import { loadObstacles } from '@/server/queries/filing-form';
import { loadSubmissionReview } from '@/server/queries/review';
import { loadQueue } from '@/server/queries/review-queue';
import { settleFindings, submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { answerRemark } from './answer-remark';
import { recallFiling } from './recall-filing';
import { returnFiling } from './return-filing';
import { saveFilingText } from './save-filing-text';
import { submitFiling } from './submit-filing';

const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';

describe('submitting a filing', () => {
  const district = inADistrict();
  const seen = async (filingId: string) => (await loadObstacles(district().store.read, district().clerk().actor, filingId, null)).hash;
  const submit = async (filingId: string, changeId: string = district().clerk().newId()) =>
    submitFiling(district().clerk(), { filingId, changeId, seenHash: await seen(filingId) });

  /** A submission that came back with one remark on the granted requests of natural persons. */
  async function aReturnedFiling() {
    const { filing, number, hash } = await district().submit({ [received]: 3, [granted]: 3 });
    await returnFiling(district().reviewer, {
      filingId: filing.id,
      submissionNumber: number,
      reason: '请核对',
      remarks: [{ anchor: granted, text: '与台账不符' }],
    });
    const { obstacles } = await loadObstacles(district().store.read, district().clerk().actor, filing.id, null);
    const remark = obstacles.find((obstacle) => obstacle.kind === 'open_remark');
    const remarkId = remark?.kind === 'open_remark' ? remark.remarkId : '';
    const answer = (answered: 'changed' | 'not_changed', text = '') =>
      answerRemark(district().clerk(), { filingId: filing.id, remarkId, answer: answered, text });
    return { filing, hash, answer };
  }

  it('freezes what is stored as a numbered snapshot under its own hash', async () => {
    const filing = await district().type({ [received]: 3, [granted]: 3 });
    const { number, hash } = await submit(filing.id);
    const [submission] = await listSubmissions(district().store.read, filing.id);
    expect([number, submission?.outcome, submission?.hash]).toEqual([1, 'pending', hash]);
    expect(contentHash(JSON.parse(submission?.content ?? ''))).toBe(hash);
    expect(JSON.parse(submission?.content ?? '')).toMatchObject({ quarter: 1, figures: { [granted]: { state: 'number', value: 3 } } });
    expect(await findFiling(district().store.read, filing.id)).toMatchObject({ status: 'submitted', submissionNumber: 1 });
  });

  it.each([
    ['a figure', (id: string) => typeCell(district().clerk(), id, { cell: granted, raw: '1', baseVersion: 1 })],
    ['the text', (id: string) => saveFilingText(district().clerk(), { filingId: id, changeId: 'text', text: '补充', baseVersion: 0 })],
  ])('T16: refuses when %s changed after the page was shown, and tells the hash that stands now', async (_, change) => {
    const filing = await district().type();
    const seenHash = await seen(filing.id);
    await change(filing.id);
    const refused = await expectRefused(submitFiling(district().clerk(), { filingId: filing.id, changeId: 'c', seenHash }), 'conflict');
    expect(refused.details).toEqual({ hash: await seen(filing.id), difference: null });
    expect(await listSubmissions(district().store.read, filing.id)).toEqual([]);
  });

  it('does not let a text leave the unit with a character that nobody sees: it is named with its place', async () => {
    const filing = await district().type();
    await saveFilingText(district().clerk(), {
      filingId: filing.id,
      changeId: 'text',
      text: '受理申请99\u200b9件\u202e。',
      baseVersion: 0,
    });
    const refused = await expectRefused(submit(filing.id), 'invalid');
    expect(refused.sentence.zh).toContain('年报素材中“');
    expect(refused.sentence.zh).toContain('零宽空格（U+200B）');
    await saveFilingText(district().clerk(), { filingId: filing.id, changeId: 'mended', text: '受理申请999件。', baseVersion: 1 });
    expect((await submit(filing.id)).number).toBe(1);
  });

  it('lists every obstacle and leads to each place', async () => {
    const filing = await district().type({ [received]: 3, [granted]: 2, 's2.normative_documents.in_force': 1 });
    await typeCell(district().clerk(), filing.id, { cell: 's2.normative_documents.issued', raw: '', baseVersion: 1 });
    await typeCell(district().clerk(), filing.id, { cell: 's3.granted.other_org', raw: '约3', baseVersion: 1 });
    const refused = await expectRefused(submit(filing.id), 'obstacles');
    const { obstacles } = refused.details as { obstacles: { kind: string; cell?: string; finding?: { rule: string } }[] };
    expect(obstacles.map((one) => [one.kind, one.cell ?? one.finding?.rule])).toEqual(
      expect.arrayContaining([
        ['not_filled', 's2.normative_documents.issued'],
        ['unreadable', 's3.granted.other_org'],
        ['must_fix', 't3-col'],
      ]),
    );
  });

  it('T15: answers 20 parallel requests with one submission and one event', async () => {
    const filing = await district().type();
    const seenHash = await seen(filing.id);
    const kinds = await kindsOf(district().store, async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => submitFiling(district().clerk(), { filingId: filing.id, changeId: 'once', seenHash })),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    });
    expect([kinds, (await listSubmissions(district().store.read, filing.id)).length]).toEqual([['filing.submitted'], 1]);
  });

  it('T15: answers the repeated request also after a reviewer has decided', async () => {
    const filing = await district().type();
    const first = await submit(filing.id, 'once');
    await returnFiling(district().reviewer, {
      filingId: filing.id,
      submissionNumber: 1,
      reason: '请核对',
      remarks: [{ anchor: 'text', text: '请补充' }],
    });
    expect(await submit(filing.id, 'once')).toEqual(first);
  });

  it('refuses a number that was used by somebody else or for something else, without answering with that', async () => {
    const filing = await district().type();
    const save = await typeCell({ ...district().clerk(), newId: () => 'a-figure' }, filing.id, {
      cell: granted,
      raw: '0 ',
      baseVersion: 1,
    });
    expect(save.outcome).toBe('saved');
    await expectRefused(submit(filing.id, 'a-figure'), 'invalid');
    const theirs = await district().type({}, { unit: 1 });
    await submitFiling(district().clerk(1), {
      filingId: theirs.id,
      changeId: 'theirs',
      seenHash: (await loadObstacles(district().store.read, district().clerk(1).actor, theirs.id, null)).hash,
    });
    await expectRefused(submit(filing.id, 'theirs'), 'invalid');
    expect(await listSubmissions(district().store.read, filing.id)).toEqual([]);
  });

  it('R3: refuses while a remark is not answered', async () => {
    const { filing } = await aReturnedFiling();
    await typeCell(district().clerk(), filing.id, { cell: granted, raw: '2', baseVersion: 1 });
    await typeCell(district().clerk(), filing.id, { cell: received, raw: '2', baseVersion: 1 });
    const refused = await expectRefused(submit(filing.id), 'obstacles');
    expect(refused.details).toMatchObject({ obstacles: [{ kind: 'open_remark' }] });
  });

  it('R3: refuses an identical resubmission that says it was changed', async () => {
    const { filing, answer } = await aReturnedFiling();
    await typeCell(district().clerk(), filing.id, { cell: granted, raw: '2', baseVersion: 1 });
    await answer('changed');
    await typeCell(district().clerk(), filing.id, { cell: granted, raw: '3', baseVersion: 2 });
    await expectRefused(submit(filing.id), 'conflict');
  });

  it('R3: takes an identical resubmission when each remark was answered 不改 with a reason', async () => {
    const { filing, hash, answer } = await aReturnedFiling();
    await expectRefused(answer('not_changed', ' '), 'invalid');
    await answer('not_changed', '口径与台账一致，台账已补登。');
    expect(await submit(filing.id)).toEqual({ number: 2, hash });
  });

  it('R3: refuses it also by the way round over a recall', async () => {
    const { filing, answer } = await aReturnedFiling();
    for (const cell of [granted, received]) await typeCell(district().clerk(), filing.id, { cell, raw: '2', baseVersion: 1 });
    await answer('changed');
    await submit(filing.id);
    await recallFiling(district().clerk(), { filingId: filing.id });
    for (const cell of [granted, received]) await typeCell(district().clerk(), filing.id, { cell, raw: '3', baseVersion: 2 });
    await expectRefused(submit(filing.id), 'conflict');
  });

  it('numbers submissions on, and keeps the ones before', async () => {
    const { filing, answer } = await aReturnedFiling();
    for (const cell of [granted, received]) await typeCell(district().clerk(), filing.id, { cell, raw: '2', baseVersion: 1 });
    await answer('changed');
    await settleFindings(district().clerk(), district().reviewer, filing.id, () => '台账补登后更正数据。');
    expect((await submitQuarter(district().clerk(), filing.id)).number).toBe(2);
    expect((await listSubmissions(district().store.read, filing.id)).map((one) => one.outcome)).toEqual(['returned', 'pending']);
  });

  describe('of a quarter that has not ended', () => {
    const early = inADistrict();
    const attempt = async (earlyReason?: string) => {
      const filing = await early().type();
      await settleFindings(early().clerk(), early().reviewer, filing.id, () => '系统切换时遗留数据，已逐项登记说明。');
      return { filing, sent: submitQuarter(early().clerk(), filing.id, earlyReason) };
    };

    it('asks for a reason that says something: on 31 March the first quarter still runs', async () => {
      early().setClock('2026-03-31T15:59:00Z');
      for (const reason of [undefined, '   ', '已核实，数据无误。']) {
        const { filing, sent } = await attempt(reason);
        const refused = await expectRefused(sent, 'invalid');
        expect([refused.sentence.zh.includes('2026-03-31'), refused.details]).toEqual([true, { endsOn: '2026-03-31' }]);
        expect(await listSubmissions(early().store.read, filing.id)).toEqual([]);
      }
    });

    it('keeps the reason with the submission and the event, shows it to the reviewer, and is not approved among the clean', async () => {
      early().setClock('2026-03-31T15:59:00Z');
      const reason = '本单位三月底撤并，后续申请由承接单位登记。';
      const { filing, sent } = await attempt(reason);
      await sent;
      expect((await listSubmissions(early().store.read, filing.id)).map((one) => one.earlyReason)).toEqual([reason]);
      const { store, reviewer } = early();
      expect(await loadSubmissionReview(store.read, reviewer.actor, filing.id, null)).toMatchObject({ earlyReason: reason });
      const { submissions } = await loadQueue(store.read, reviewer.actor, null);
      expect(submissions).toMatchObject([{ filingId: filing.id, isEarly: true, isClean: false }]);
      const events = await listEvents(store.read, { limit: 10_000 });
      expect(events.findLast((event) => event.kind === 'filing.submitted')).toMatchObject({ reason });
    });

    it('needs none from the first day after it, in Shanghai, and keeps none that was given', async () => {
      early().setClock('2026-03-31T16:00:00Z');
      const { filing, sent } = await attempt('习惯性地写了一条理由。');
      await sent;
      expect((await listSubmissions(early().store.read, filing.id)).map((one) => one.earlyReason)).toEqual([null]);
    });
  });
});
