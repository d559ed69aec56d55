import { describe, expect, it } from 'vitest';
import { loadFilingForm } from '@/server/queries/filing-form';
import { loadReportPage } from '@/server/queries/report';
import { listOfficeRuleNotes } from '@/server/queries/rule-notes';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { noteReportRule } from '../report/note-report-rule';
import { answerRule } from './answer-rule-note';
import { noteRule } from './note-rule';

describe('somebody who says that a rule is wrong', () => {
  const district = inADistrict();
  const office = async () => (await listOfficeRuleNotes(district().store.read, district().admin.actor)).notes;

  it('is read and answered by the administrator, and sees the answer beside the finding', async () => {
    const filing = await district().filing();
    const { store } = district();
    const clerk = district().clerk();
    const noted = await kindsOf(store, () => noteRule(clerk, { filingId: filing.id, rule: 't3-col', text: '部分公开的也应计入。' }));
    const [note] = await office();
    expect(note).toMatchObject({ rule: 't3-col', unitName: '示例区1局', quarter: 1, writtenBy: clerk.actor.name, answer: null });
    const answered = await kindsOf(store, () => answerRule(district().admin, { noteId: note?.id ?? '', text: '依格式说明，不计入。' }));
    expect([noted, answered]).toEqual([['rule.noted'], ['rule.note_answered']]);
    expect((await loadFilingForm(store.read, clerk.actor, filing.id, null)).ruleNotes).toMatchObject([
      { rule: 't3-col', answer: { text: '依格式说明，不计入。', by: district().admin.actor.name } },
    ]);
  });

  it('may say so of a report too, and what waits for an answer stands first', async () => {
    const key = { unitId: district().rootId, year: district().year, scope: 'consolidated' as const };
    const first = await noteReportRule(district().reviewer, { ...key, rule: 'r-all', text: '该单位已撤销。' });
    district().setClock(`${district().year}-04-09T02:00:00Z`);
    await noteReportRule(district().reviewer, { ...key, rule: 'r-sum', text: '口径不同。' });
    expect((await office()).map(({ rule }) => rule)).toEqual(['r-sum', 'r-all']);
    await answerRule(district().admin, { noteId: (await office())[0]?.id ?? '', text: '已转市里。' });
    expect((await office()).map(({ id }) => id)[0]).toBe(first.id);
    const page = await loadReportPage(district().store.read, district().reviewer.actor, key, null);
    expect(page.ruleNotes.map(({ answer }) => answer?.text ?? null)).toEqual([null, '已转市里。']);
  });

  it('names a rule there is and says something', async () => {
    const filingId = (await district().filing()).id;
    await expectRefused(noteRule(district().clerk(), { filingId, rule: 't9-none', text: '不对。' }), 'invalid');
    await expectRefused(noteRule(district().clerk(), { filingId, rule: 't3-col', text: ' ' }), 'invalid');
  });
});
