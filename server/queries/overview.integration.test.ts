import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import type { CommandContext } from '@/server/commands/command';
import { createYear } from '@/server/commands/office/create-year';
import { openQuarter } from '@/server/commands/office/open-quarter';
import { setOpenings } from '@/server/commands/office/set-openings';
import { count, type Figure } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { approveQuarter, filingOf, settleFindings, submitQuarter, typeQuarter } from '../rehearsal/file-quarter';
import { addPlayer } from '../rehearsal/players';
import { aDistrict, type District } from '../testing/a-district';
import { loadOverview, type Overview } from './overview';

/** Requests of the quarters that are approved, by unit and quarter: received, and all of them answered but the last. */
const approved = [
  { unit: 0, quarter: 1, received: 30, answered: 28, upheld: 1 },
  { unit: 1, quarter: 1, received: 7, answered: 7, upheld: 0 },
  { unit: 2, quarter: 1, received: 5, answered: 4, upheld: 2 },
  { unit: 0, quarter: 2, received: 11, answered: 12, upheld: 0 },
] as const;
/** Of unit 0 in the year before. */
const receivedBefore = 4;

const sumOf = (key: 'received' | 'answered' | 'upheld', unit?: number) =>
  approved.filter((one) => unit === undefined || one.unit === unit).reduce((sum, one) => sum + one[key], 0);

describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('the overview of a year, on %s', (_, fresh) => {
  let office: FreshStore;
  let here: District;
  let leader: CommandContext;
  let unitHead: CommandContext;
  const ask = (who: CommandContext, more: Partial<Parameters<typeof loadOverview>[2]> = {}) =>
    loadOverview(here.store.read, who.actor, { year: 2026, ...more }, { now: who.now(), overlay: null });

  beforeAll(async () => {
    office = await fresh();
    here = await aDistrict(office.store, { units: 4, openQuarters: [1, 2] });
    const clock = () => here.admin.now();
    leader = await addPlayer(here.store, { username: 'leader', name: '方致远', role: 'head', unitId: here.rootId }, clock);
    unitHead = await addPlayer(here.store, { username: 'unit-head', name: '许长青', role: 'head', unitId: here.unitIds[2] ?? '' }, clock);
    for (const { unit, quarter, received, answered, upheld } of approved) {
      const carried = quarter === 1 ? 0 : 2;
      await here.approve(
        {
          's3.carried_in.natural_person': carried,
          's3.new_received.natural_person': received,
          's3.granted.natural_person': answered,
          's3.carried_out.natural_person': carried + received - answered,
          's4.review.upheld': upheld,
        },
        { unit, quarter },
      );
    }
    await here.submit({}, { unit: 1, quarter: 2 });
    // Five came in and nothing became of them.
    await here.type({ 's3.new_received.natural_person': 5 }, { unit: 3 });
    await fileTheYearBefore(here);
    here.setClock('2026-04-20T02:00:00Z');
  }, 120_000);
  afterAll(() => office.remove());

  it('has the numbers of the approved quarters, and no level that not every unit has filed: 53 received, 51 answered', async () => {
    const { figures } = await ask(here.admin);
    expect(figures).toMatchObject({
      source: { kind: 'ledger' },
      isPartial: true,
      received: sumOf('received'),
      answered: sumOf('answered'),
    });
    // Unit 4 has approved nothing, so nobody knows what the year began or will end with.
    expect(figures).toMatchObject({ carriedIn: null, carriedOut: null, onHand: null, holds: false, disputes: null });
    expect(figures?.decidedDisputes).toBe(sumOf('upheld'));
    expect(figures?.charts.map((chart) => chart.key)).toEqual(['outcomes', 'applicants', 'trend']);
    expect(figures?.charts[0]?.notes[0]).toBe(`目前办结${sumOf('answered')}件。`);
  });

  it('tells what is on hand where the unit’s first quarter is approved: 0 + 5 − 4', async () => {
    const { figures, organ, scope } = await ask(unitHead);
    expect([organ, scope]).toEqual(['示例区3局', 'own_organ']);
    expect(figures).toMatchObject({
      carriedIn: 0,
      received: 5,
      answered: 4,
      carriedOut: null,
      onHand: sumOf('received', 2) - sumOf('answered', 2),
    });
  });

  it('counts the units of each quarter by how far they are; they add up', async () => {
    const { quarters, late } = await ask(leader);
    expect(quarters.map(({ dueOn: _due, quarter: _quarter, ...counts }) => counts)).toEqual([
      { isOpen: true, of: 4, done: 3, waiting: 0, returned: 0, inHand: 1, overdue: 1 },
      { isOpen: true, of: 4, done: 1, waiting: 1, returned: 0, inHand: 2, overdue: 0 },
      { isOpen: false, of: 4, done: 0, waiting: 0, returned: 0, inHand: 4, overdue: 0 },
      { isOpen: false, of: 4, done: 0, waiting: 0, returned: 0, inHand: 4, overdue: 0 },
    ]);
    for (const one of quarters) expect(one.done + one.waiting + one.returned + one.inHand).toBe(one.of);
    expect(late).toEqual({ count: 1, first: [{ unitId: here.unitIds[3], unitName: '示例区4局', quarter: 1, days: 5, filing: null }] });
  });

  it('leads to what is odd: what the own unit has to mend, and whose requests moved most against the year before', async () => {
    const { changes } = await ask(here.admin);
    expect(changes).toEqual([{ unitId: here.unitIds[0], unitName: '示例区1局', before: receivedBefore, now: 30, quarters: [1] }]);
    const fourth = await addPlayer(
      here.store,
      { username: 'fourth-head', name: '何安', role: 'head', unitId: here.unitIds[3] ?? '' },
      here.admin.now,
    );
    expect((await ask(fourth)).mustFix).toMatchObject([{ unitName: '示例区4局', quarter: 1, filingId: (await here.filing(3)).id }]);
  });

  it('shows nobody what is not theirs', async () => {
    const whole = await ask(leader);
    const filingsIn = ({ late, mustFix }: Overview) => [...late.first.flatMap((one) => one.filing ?? []), ...mustFix];
    expect([whole.organ, whole.hasBoard, filingsIn(whole)]).toEqual(['示例区人民政府', false, []]);
    const office = await ask(here.admin);
    expect([office.hasBoard, filingsIn(office)]).toEqual([true, [{ id: (await here.filing(3)).id, status: 'open' }]]);
    const own = await ask(unitHead);
    expect([own.tops.map((top) => top.name), own.quarters.map((one) => one.of)]).toEqual([['示例区3局'], [1, 1, 1, 1]]);
    expect(JSON.stringify(own)).not.toMatch(/示例区[124]局/);
    for (const who of [here.clerk(0), here.reviewer, here.auditor]) await expect(ask(who)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(unitHead, { unitId: here.rootId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('knows nothing of a year that nobody has set up or begun, and says so without a 0', async () => {
    expect(await ask(leader, { year: 2030 })).toMatchObject({ year: 2030, figures: null, quarters: [], changes: [], late: { count: 0 } });
    await createYear(here.admin, { year: 2027 });
    const next = await ask(leader, { year: 2027 });
    expect([next.figures, next.quarters.map((one) => one.isOpen)]).toEqual([null, [false, false, false, false]]);
  });
});

/** One approved quarter of one unit. */
async function fileTheYearBefore({ admin, reviewer, clerk, unitIds }: District): Promise<void> {
  await createYear(admin, { year: 2025, isMeant: true });
  const leaves = leafCells(getFormat('2021'));
  await setOpenings(admin, {
    unitId: unitIds[0] ?? '',
    year: 2025,
    reason: '上年度已发布年报所列期末数',
    values: leaves.filter((cell) => cell.addsUp === 'opening').map((cell) => ({ cell: cell.id, raw: '0' })),
  });
  await openQuarter(admin, { year: 2025, quarter: 1, isLateMeant: true });
  const filing = await filingOf(clerk(0), unitIds[0] ?? '', 2025, 1);
  const book = new Map<CellId, Figure>(leaves.map((cell) => [cell.id, count(0)]));
  book.set('s3.new_received.natural_person', count(receivedBefore)).set('s3.granted.natural_person', count(receivedBefore));
  await typeQuarter(clerk(0), filing, book);
  await settleFindings(clerk(0), reviewer, filing.id, () => '系统切换时遗留数据，已逐项登记说明。');
  await approveQuarter(reviewer, filing.id, await submitQuarter(clerk(0), filing.id));
}
