import { describe, expect, it } from 'vitest';
import { findContribution } from '@/db/store';
import { listContributionTasks, loadReportMaterial, loadUnitContributions } from '@/server/queries/contributions';
import { listReportUnits } from '@/server/queries/missing-units';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { answerContribution } from './answer-contribution';
import { answerNothing } from './answer-nothing';
import { askContributionAgain } from './ask-contribution-again';
import { askContributions } from './ask-contributions';
import { withdrawContribution } from './withdraw-contribution';

const answer = { number: '96.5%', evidence: '第三方测评报告', sentence: '社会评议满意度为96.5%。' };

describe('contributions to the text of the report', () => {
  const district = inADistrict();
  const question = { topic: 'social_evaluation' as const, question: '本年社会评议结果如何？', dueOn: '2027-01-10' };
  const ask = async (over: Partial<Parameters<typeof askContributions>[1]> = {}) => {
    const { reviewer, year, unitIds } = district();
    return (await askContributions(reviewer, { ...question, year, unitIds, ...over })).ids;
  };
  const stored = async (id = '') => findContribution(district().store.read, id);

  it('are asked of many units at once, answered by their clerks, and shown to both sides', async () => {
    const { store, clerk, reviewer, rootId, unitIds, year } = district();
    const kinds = await kindsOf(store, async () => {
      const [first, second] = await ask({ question: ' 本年社会评议结果如何？ ' });
      const tasks = await listContributionTasks(store.read, clerk(0).actor, clerk(0).now());
      expect(tasks).toMatchObject([{ unitId: unitIds[0], year, waiting: 1, overdue: 0, answered: 0, dueOn: '2027-01-10' }]);
      expect(await answerContribution(clerk(0), { requestId: first ?? '', baseVersion: 0, ...answer })).toEqual({ version: 1 });
      expect(await answerNothing(clerk(1), { requestId: second ?? '', baseVersion: 0 })).toEqual({ version: 1 });
    });
    expect(kinds).toEqual(['contribution.asked', 'contribution.asked', 'contribution.answered', 'contribution.answered']);
    const key = { unitId: rootId, year, scope: 'consolidated' as const };
    const material = await loadReportMaterial(store.read, reviewer.actor, key, reviewer.now());
    expect((await listReportUnits(store.read, reviewer.actor, key)).map((unit) => unit.id)).toEqual(unitIds);
    expect(material).toMatchObject({ mayAsk: true, answered: 2, waiting: { count: 0, first: [] }, pieces: { social_evaluation: 1 } });
    expect(material.lastYear).toBeNull();
    expect(material.answers.map(({ unitName, state, answeredBy, question: asked }) => [unitName, state, answeredBy, asked])).toEqual(
      expect.arrayContaining([
        ['示例区1局', 'answered', 'clerk clerk0', question.question],
        ['示例区2局', 'none', 'clerk clerk1', question.question],
      ]),
    );
    const own = await loadUnitContributions(store.read, clerk(0).actor, { unitId: unitIds[0] ?? '', year }, clerk(0).now());
    expect([own.mayAnswer, own.lines.map((line) => line.sentence)]).toEqual([true, [answer.sentence]]);
    const office = await loadUnitContributions(store.read, reviewer.actor, { unitId: unitIds[0] ?? '', year }, clerk(0).now());
    expect([office.mayAnswer, office.lines]).toEqual([false, own.lines]);
  });

  it('are overdue once their day is over, and the tasks say so', async () => {
    const { setClock, store, clerk } = district();
    await ask();
    setClock('2027-01-12T02:00:00Z');
    expect(await listContributionTasks(store.read, clerk(0).actor, clerk(0).now())).toMatchObject([{ waiting: 1, overdue: 1 }]);
  });

  it('lose nothing of two clerks: the later one is told, and the same answer twice is one', async () => {
    const { clerk, store } = district();
    const [requestId = ''] = await ask();
    await answerContribution(clerk(0), { requestId, baseVersion: 0, ...answer });
    const other = { ...answer, sentence: '另一句。' };
    await expectRefused(answerContribution(clerk(0), { requestId, baseVersion: 0, ...other }), 'conflict');
    await expectRefused(answerNothing(clerk(0), { requestId, baseVersion: 0 }), 'conflict');
    expect(await kindsOf(store, () => answerContribution(clerk(0), { requestId, baseVersion: 0, ...answer }))).toEqual([]);
    expect((await stored(requestId))?.sentence).toBe(answer.sentence);
    await answerContribution(clerk(0), { requestId, baseVersion: 1, ...other });
    expect(await stored(requestId)).toMatchObject({ sentence: '另一句。', version: 2 });
  });

  it('are opened again with the words kept, and withdrawn for good', async () => {
    const { clerk, reviewer, store } = district();
    const [requestId = ''] = await ask();
    await answerContribution(clerk(0), { requestId, baseVersion: 0, ...answer });
    const again = { requestId, question: '请写明测评机构。', dueOn: '2027-01-15' };
    await expectRefused(askContributionAgain(reviewer, { ...again, baseVersion: 0 }), 'conflict');
    await askContributionAgain(reviewer, { ...again, baseVersion: 1 });
    expect(await stored(requestId)).toMatchObject({ ...answer, question: again.question, answeredAt: null, version: 2 });
    expect(await listContributionTasks(store.read, clerk(0).actor, clerk(0).now())).toMatchObject([{ waiting: 1, dueOn: '2027-01-15' }]);
    await withdrawContribution(reviewer, { requestId });
    expect(await listContributionTasks(store.read, clerk(0).actor, clerk(0).now())).toEqual([]);
    await expectRefused(answerContribution(clerk(0), { requestId, baseVersion: 3, ...answer }), 'wrong_status');
    await expectRefused(withdrawContribution(reviewer, { requestId }), 'wrong_status');
    await expectRefused(askContributionAgain(reviewer, { ...again, baseVersion: 3 }), 'wrong_status');
  });

  it('are refused with what is wrong: no unit, a government, no question, a day that is over, the same once more', async () => {
    const { unitIds, rootId, year } = district();
    await expectRefused(ask({ unitIds: [] }), 'invalid');
    await expectRefused(ask({ unitIds: [rootId] }), 'invalid');
    await expectRefused(ask({ question: ' ' }), 'invalid');
    await expectRefused(ask({ question: '长'.repeat(501) }), 'invalid');
    await expectRefused(ask({ dueOn: '2026-04-07' }), 'invalid');
    await expectRefused(ask({ year: year + 1 }), 'not_found');
    await expectRefused(ask({ unitIds: ['no such unit'] }), 'not_found');
    await ask({ unitIds: unitIds.slice(0, 1) });
    const refused = await expectRefused(ask(), 'invalid');
    expect(refused.sentence.zh).toContain('示例区1局');
    expect(refused.sentence.zh).not.toContain('示例区2局');
  });

  it('want a sentence, and evidence with a number', async () => {
    const [requestId = ''] = await ask();
    const { clerk } = district();
    await expectRefused(answerContribution(clerk(0), { requestId, baseVersion: 0, ...answer, sentence: ' ' }), 'invalid');
    await expectRefused(answerContribution(clerk(0), { requestId, baseVersion: 0, ...answer, evidence: '' }), 'invalid');
  });

  it('are nobody else’s to ask or to answer', async () => {
    const { admin, auditor, clerk, reviewer, unitIds, year, store } = district();
    const [requestId = ''] = await ask();
    await expectRefused(askContributions(auditor, { ...question, year, unitIds }), 'forbidden');
    await expectRefused(askContributions(clerk(0), { ...question, year, unitIds }), 'forbidden');
    await expectRefused(answerContribution(admin, { requestId, baseVersion: 0, ...answer }), 'forbidden');
    await expectRefused(answerContribution(clerk(1), { requestId, baseVersion: 0, ...answer }), 'not_found');
    await expectRefused(withdrawContribution(clerk(0), { requestId }), 'forbidden');
    await expectRefused(loadUnitContributions(store.read, clerk(1).actor, { unitId: unitIds[0] ?? '', year }, reviewer.now()), 'not_found');
  });
});
