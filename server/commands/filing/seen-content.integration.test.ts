import { describe, expect, it } from 'vitest';
import { findFiling, listSubmissions } from '@/db/store';
import type { SeenDifference } from '@/server/domain/workflow';
import { loadFilingForm } from '@/server/queries/filing-form';
import { loadFilingView } from '@/server/views/filing-view';
import { submitQuarter } from '../../rehearsal/file-quarter';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { approveFiling } from './approve-filing';
import { approveMany } from './approve-many';
import { declareNothing } from './declare-nothing';
import { explainFinding } from './explain-finding';
import { openReview } from './open-review';
import { recallFiling } from './recall-filing';
import { returnFiling } from './return-filing';
import { saveFilingText } from './save-filing-text';
import { submitFiling } from './submit-filing';

const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const number = (value: number) => ({ state: 'number', value, decimals: 0 });

describe('an act bound to what was on the screen', () => {
  const district = inADistrict({ units: 3, openQuarters: [1, 2] });
  const colleague = () => district().withPost(district().clerk(1), 'clerk', district().unitIds[0] ?? '');

  /** What a page of this filing shows now. */
  async function shown(filingId: string) {
    const { read } = district().store;
    const form = await loadFilingForm(read, district().clerk().actor, filingId, null);
    const filing = await findFiling(read, filingId);
    if (!filing) throw new Error('no filing');
    const { content } = await loadFilingView(read, filing, null);
    const { figures, declared, contribution } = content;
    const explanations = form.explanations.map(({ id, countersignedBy }) => ({ id, isCountersigned: countersignedBy !== null }));
    return { seenHash: form.hash, seen: { figures, declared: [...declared], contribution, explanations } };
  }
  const differenceOf = (details: unknown) => (details as { difference: SeenDifference | null }).difference;

  it('R2: a submission is refused with each change since, from what to what, by whom and when', async () => {
    const filing = await district().type({ [received]: 3, [granted]: 3 });
    const page = await shown(filing.id);
    const other = await colleague();
    await typeCell(other, filing.id, { cell: received, raw: '4', baseVersion: 1 });
    await typeCell(other, filing.id, { cell: granted, raw: '约4', baseVersion: 1 });
    await saveFilingText(other, { filingId: filing.id, changeId: 'text', text: '补充', baseVersion: 0 });
    await declareNothing(other, { filingId: filing.id, section: '4', declare: true });
    const refused = await expectRefused(submitFiling(district().clerk(), { filingId: filing.id, changeId: 'c', ...page }), 'conflict');
    const who = { by: other.actor.name, at: other.now().toISOString() };
    expect(differenceOf(refused.details)).toEqual({
      cells: [
        { cell: received, before: number(3), after: number(4), ...who },
        { cell: granted, before: number(3), after: { state: 'unreadable', raw: '约4' }, ...who },
      ],
      declared: [{ section: '4', isDeclared: true, ...who }],
      text: { before: '', after: '补充', ...who },
      explanations: [],
    });
    expect(await listSubmissions(district().store.read, filing.id)).toEqual([]);
  });

  it('R2: the clerk goes on with the new state and the very same page', async () => {
    const filing = await district().type({ [received]: 3, [granted]: 3 });
    const page = await shown(filing.id);
    const other = await colleague();
    for (const cell of [received, granted]) await typeCell(other, filing.id, { cell, raw: '4', baseVersion: 1 });
    await expectRefused(submitFiling(district().clerk(), { filingId: filing.id, changeId: 'first', ...page }), 'conflict');
    const again = await shown(filing.id);
    expect(await submitFiling(district().clerk(), { filingId: filing.id, changeId: 'second', ...again })).toMatchObject({ number: 1 });
  });

  it('R2: is bound to the explanations of the page too: one that a colleague wrote meanwhile is told', async () => {
    const filing = await district().type({ 's2.normative_documents.in_force': 1 });
    const page = await shown(filing.id);
    const other = await colleague();
    const view = await loadFilingView(district().store.read, filing, null);
    const finding = view.checkRun.findings.find((one) => one.severity === 'must_fix' || one.severity === 'confirm');
    const text = '期初登记有误，已逐件核对。';
    await explainFinding(other, { filingId: filing.id, rule: finding?.rule ?? '', boundTo: finding?.boundTo ?? '', text });
    const refused = await expectRefused(submitFiling(district().clerk(), { filingId: filing.id, changeId: 'c', ...page }), 'conflict');
    expect(differenceOf(refused.details)).toMatchObject({
      cells: [],
      explanations: [{ rule: finding?.rule, text, change: 'written', by: other.actor.name }],
    });
  });

  it('believes what was seen only when it has the hash of what was seen', async () => {
    const filing = await district().type({ [received]: 3, [granted]: 3 });
    const page = await shown(filing.id);
    await typeCell(await colleague(), filing.id, { cell: granted, raw: '2', baseVersion: 1 });
    const lie = { ...page.seen, figures: { ...page.seen.figures, [granted]: { state: 'number', value: 2, decimals: 0 } as const } };
    const refused = await expectRefused(
      submitFiling(district().clerk(), { filingId: filing.id, changeId: 'c', seenHash: page.seenHash, seen: lie }),
      'conflict',
    );
    expect(differenceOf(refused.details)).toBeNull();
  });

  it('names the change of an earlier quarter behind an opening that moved', async () => {
    const pending = 's3.carried_out.natural_person';
    const first = await district().type({ [received]: 1, [granted]: 1 });
    const second = await district().type({}, { quarter: 2 });
    const page = await shown(second.id);
    await typeCell(district().clerk(), first.id, { cell: pending, raw: '1', baseVersion: 1 });
    const refused = await expectRefused(submitFiling(district().clerk(), { filingId: second.id, changeId: 'c', ...page }), 'conflict');
    expect(differenceOf(refused.details)?.cells).toMatchObject([
      { cell: 's3.carried_in.natural_person', before: number(0), after: number(1), by: district().clerk().actor.name },
    ]);
  });

  /** Submitted, looked at by the reviewer, recalled, changed and submitted again. */
  async function aSecondSubmission(unit = 0) {
    const { filing, hash } = await district().submit({ [received]: 3, [granted]: 3 }, { unit });
    await recallFiling(district().clerk(unit), { filingId: filing.id });
    for (const cell of [received, granted]) await typeCell(district().clerk(unit), filing.id, { cell, raw: '5', baseVersion: 1 });
    const newest = await submitQuarter(district().clerk(unit), filing.id);
    const changed = [received, granted].map((cell) => ({
      cell,
      before: number(3),
      after: number(5),
      by: district().clerk(unit).actor.name,
    }));
    return { filing, seen: { filingId: filing.id, submissionNumber: 1, seenHash: hash }, newest, changed };
  }

  it('R2: approving and returning are refused with what the clerk changed by a recall and a new submission', async () => {
    const { filing, seen, newest, changed } = await aSecondSubmission();
    await openReview(district().reviewer, { filingId: filing.id });
    const back = { filingId: filing.id, submissionNumber: 1, reason: '请核对', remarks: [{ anchor: granted, text: '与台账不符' }] };
    for (const attempt of [approveFiling(district().reviewer, seen), returnFiling(district().reviewer, back)]) {
      const refused = await expectRefused(attempt, 'conflict');
      expect(refused.details).toMatchObject({ newest: 2, difference: { cells: changed, text: null } });
    }
    await approveFiling(district().reviewer, { filingId: filing.id, submissionNumber: newest.number, seenHash: newest.hash });
    expect((await findFiling(district().store.read, filing.id))?.status).toBe('approved');
  });

  it('R2: a bulk approval tells it for each unit by itself', async () => {
    const { seen, changed } = await aSecondSubmission(0);
    const clean = await district().submit({}, { unit: 1 });
    const answers = await approveMany(district().reviewer, [
      seen,
      { filingId: clean.filing.id, submissionNumber: clean.number, seenHash: clean.hash },
    ]);
    expect(answers).toMatchObject([
      { outcome: 'refused', details: { newest: 2, difference: { cells: changed } } },
      { outcome: 'approved' },
    ]);
  });

  it('R2: 20 parallel approvals are one approval and one event, each answered; the repeat is not another person’s', async () => {
    const { filing, number: submissionNumber, hash: seenHash } = await district().submit();
    const seen = { filingId: filing.id, submissionNumber, seenHash };
    const kinds = await kindsOf(district().store, () =>
      Promise.all(Array.from({ length: 20 }, () => approveFiling(district().reviewer, seen))),
    );
    expect(kinds).toEqual(['filing.approved']);
    expect(await approveMany(district().reviewer, [seen])).toMatchObject([{ outcome: 'approved' }]);
    await expectRefused(approveFiling(district().secondReviewer, seen), 'wrong_status');
  });
});
