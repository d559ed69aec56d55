import { describe, expect, it } from 'vitest';
import { listDeclarations } from '@/db/store';
import { loadObstacles } from '@/server/queries/filing-form';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { openQuarter } from '../office/open-quarter';
import { countersignException } from './countersign-exception';
import { declareNothing } from './declare-nothing';
import { explainFinding } from './explain-finding';

const reason = '系统切换遗留一件，已登记说明。';

describe('an exception', () => {
  const district = inADistrict();
  const obstacles = async (filingId: string) =>
    (await loadObstacles(district().store.read, district().clerk().actor, filingId, null)).obstacles;

  /** One request is missing from the outcomes: 3 came in, 2 were answered. */
  async function anUnbalancedFiling() {
    const filing = await district().type({ 's3.new_received.natural_person': 3, 's3.granted.natural_person': 2 });
    const found = (await obstacles(filing.id)).find((obstacle) => obstacle.kind === 'must_fix');
    if (found?.kind !== 'must_fix') throw new Error('3 in and 2 out must be a finding');
    return { filing, finding: { filingId: filing.id, rule: found.finding.rule, boundTo: found.finding.boundTo } };
  }

  it('lets a must-fix finding pass once another person has countersigned it', async () => {
    const { filing, finding } = await anUnbalancedFiling();
    const { id } = await explainFinding(district().clerk(), { ...finding, text: reason });
    expect((await obstacles(filing.id)).length).toBe(1);
    await countersignException(district().reviewer, { filingId: filing.id, exceptionId: id });
    expect(await obstacles(filing.id)).toEqual([]);
    expect(
      await kindsOf(district().store, () => countersignException(district().secondReviewer, { filingId: filing.id, exceptionId: id })),
    ).toEqual([]);
  });

  it('is never countersigned by its author, whatever posts they hold', async () => {
    const { filing, finding } = await anUnbalancedFiling();
    const { id } = await explainFinding(district().clerk(), { ...finding, text: reason });
    for (const role of ['reviewer', 'admin'] as const) {
      const both = await district().withPost(district().clerk(), role, district().rootId);
      await expectRefused(countersignException(both, { filingId: filing.id, exceptionId: id }), 'own_work');
    }
    expect((await obstacles(filing.id)).length).toBe(1);
  });

  it('C1: lapses when a value it is bound to changes, and stands again when the value comes back', async () => {
    const { filing, finding } = await anUnbalancedFiling();
    const { id } = await explainFinding(district().clerk(), { ...finding, text: reason });
    await countersignException(district().reviewer, { filingId: filing.id, exceptionId: id });
    await typeCell(district().clerk(), filing.id, { cell: 's3.granted.natural_person', raw: '1', baseVersion: 1 });
    expect(await obstacles(filing.id)).toMatchObject([{ kind: 'must_fix', exception: null }]);
    await typeCell(district().clerk(), filing.id, { cell: 's3.granted.natural_person', raw: '2', baseVersion: 2 });
    expect(await obstacles(filing.id)).toEqual([]);
  });

  it('passes under the countersigned one when it was asked for twice', async () => {
    const { filing, finding } = await anUnbalancedFiling();
    await explainFinding(district().clerk(), { ...finding, text: reason });
    district().setClock(`${district().year}-04-08T03:00:00Z`);
    const { id } = await explainFinding(district().clerk(), { ...finding, text: reason });
    await countersignException(district().reviewer, { filingId: filing.id, exceptionId: id });
    expect(await obstacles(filing.id)).toEqual([]);
  });

  it.each(['已核实', '已核实，数据无误。', '。。。。。。', ''])('is refused with “%s” for a reason', async (text) => {
    const { finding } = await anUnbalancedFiling();
    await expectRefused(explainFinding(district().clerk(), { ...finding, text }), 'invalid');
  });

  it('is refused for a finding whose values have changed, and for another filing’s exception', async () => {
    const { filing, finding } = await anUnbalancedFiling();
    const { id } = await explainFinding(district().clerk(), { ...finding, text: reason });
    const other = await district().filing(1);
    await expectRefused(countersignException(district().reviewer, { filingId: other.id, exceptionId: id }), 'not_found');
    await typeCell(district().clerk(), filing.id, { cell: 's3.granted.natural_person', raw: '1', baseVersion: 1 });
    await expectRefused(explainFinding(district().clerk(), { ...finding, text: reason }), 'conflict');
  });
});

describe('本期无', () => {
  const district = inADistrict();

  it('F4: fills a section with 0 in the declarer’s name, and is taken back', async () => {
    const { id } = await district().filing();
    const before = (await loadObstacles(district().store.read, district().clerk().actor, id, null)).obstacles.length;
    expect(
      await kindsOf(district().store, () => declareNothing(district().clerk(), { filingId: id, section: '3', declare: true })),
    ).toEqual(['declaration.made']);
    expect(await listDeclarations(district().store.read, id)).toMatchObject([
      { section: '3', declaredBy: district().clerk().actor.userId },
    ]);
    expect((await loadObstacles(district().store.read, district().clerk().actor, id, null)).obstacles.length).toBeLessThan(before);
    expect(
      await kindsOf(district().store, () => declareNothing(district().clerk(), { filingId: id, section: '3', declare: true })),
    ).toEqual([]);
    expect(
      await kindsOf(district().store, () => declareNothing(district().clerk(), { filingId: id, section: '3', declare: false })),
    ).toEqual(['declaration.withdrawn']);
  });

  it('F4: is refused where a figure above 0 or an unreadable one stands, naming the cells', async () => {
    const { id } = await district().filing();
    await typeCell(district().clerk(), id, { cell: 's3.granted.natural_person', raw: '2' });
    await typeCell(district().clerk(), id, { cell: 's3.granted.other_org', raw: '约2' });
    const refused = await expectRefused(declareNothing(district().clerk(), { filingId: id, section: '3', declare: true }), 'invalid');
    expect(refused.details).toEqual({ cells: ['s3.granted.natural_person', 's3.granted.other_org'] });
  });

  it('F4: is refused in the quarter after one that carried a request over', async () => {
    const carried = { 's3.new_received.natural_person': 1, 's3.carried_out.natural_person': 1 };
    await district().approve(carried);
    await openQuarter(district().admin, { year: district().year, quarter: 2 });
    const { id } = await district().filing(0, 2);
    const refused = await expectRefused(declareNothing(district().clerk(), { filingId: id, section: '3', declare: true }), 'invalid');
    expect(refused.details).toEqual({ cells: ['s3.carried_in.natural_person'] });
  });
});
