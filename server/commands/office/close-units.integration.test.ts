import { describe, expect, it } from 'vitest';
import { findFilingOf, findUnit, listFilings, listPosts, listUnits, postsOf, updateUnit } from '@/db/store';
import { numberAt } from '@/server/domain/figures';
import { loadBoard } from '@/server/queries/board';
import { loadClosingPreview } from '@/server/queries/closing';
import { loadFilingForm, loadObstacles } from '@/server/queries/filing-form';
import { listOfficeUnits } from '@/server/queries/office';
import { listReports } from '@/server/queries/report';
import { listTasks } from '@/server/queries/tasks';
import { traceReportCell } from '@/server/queries/trace-cell';
import { loadFilingView } from '@/server/views/filing-view';
import { loadReportView } from '@/server/views/report-view';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { eventsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { submitFiling } from '../filing/submit-filing';
import { closeUnits, type Into } from './close-units';
import { reopenUnit } from './reopen-unit';

const carriedIn = 's3.carried_in.natural_person';
/** A quarter that opens with so many, receives 10, answers 10 − left, and closes with what is open. */
const quarterOf = (opening: number, left: number) => ({
  's3.new_received.natural_person': 10,
  's3.granted.natural_person': opening + 10 - left,
  's3.carried_out.natural_person': left,
});

describe('units that close', () => {
  const district = inADistrict({ units: 4, openQuarters: [1, 2, 3, 4] });
  const unitId = (index: number) => district().unitIds[index] ?? '';
  const close = (units: readonly number[], into: Into, closesOn = '2026-03-31') =>
    closeUnits(district().admin, { unitIds: units.map(unitId), closesOn, into });
  const opening = async (id: string, quarter: number) => {
    const filing = await findFilingOf(district().store.read, id, 2026, quarter);
    if (!filing) return null;
    const view = await loadFilingView(district().store.read, filing, null);
    return { value: numberAt(view.figures, carriedIn), from: view.takenOver, findings: view.checkRun.findings, view };
  };

  it('two become one that is new: its first quarter opens with both, told apart, and its opening agrees with what was closed', async () => {
    await district().approve(quarterOf(0, 3), { unit: 1 });
    await district().approve(quarterOf(0, 2), { unit: 2 });
    const { successorId } = await close([1, 2], { name: '示例区综合局', kind: 'department' });
    const unit = await findUnit(district().store.read, successorId ?? '');
    expect(unit).toMatchObject({ name: '示例区综合局', opensOn: '2026-04-01', closesOn: null, parentId: district().rootId });
    const first = await opening(successorId ?? '', 2);
    expect([first?.value, first?.from.map(({ unitName, figures }) => [unitName, figures[carriedIn]])]).toEqual([
      5,
      [
        ['示例区2局', { state: 'number', value: 3, decimals: 0 }],
        ['示例区3局', { state: 'number', value: 2, decimals: 0 }],
      ],
    ]);
    expect(first?.findings.filter((finding) => finding.rule === 'q-open')).toEqual([]);
    expect(await opening(successorId ?? '', 1)).toBeNull();
  });

  it('into one that stood: added to its own closing, the quarter after the last one, and following it', async () => {
    await district().approve(quarterOf(0, 1), { unit: 2 });
    await district().type(quarterOf(0, 3), { unit: 1 });
    await close([1], { unitId: unitId(2) });
    expect((await opening(unitId(2), 2))?.value).toBe(4);
    const filing = await district().filing(1, 1);
    const stored = (await loadFilingForm(district().store.read, district().admin.actor, filing.id, null)).stored[
      's3.carried_out.natural_person'
    ];
    await typeCell(district().clerk(1), filing.id, { cell: 's3.carried_out.natural_person', raw: '4', baseVersion: stored?.version ?? 0 });
    expect((await opening(unitId(2), 2))?.value).toBe(5);
    const form = await loadFilingForm(district().store.read, district().admin.actor, (await district().filing(2, 2)).id, null);
    expect(form.takenOver).toMatchObject([{ unitName: '示例区2局', figures: { [carriedIn]: { value: 4 } } }]);
  });

  it('vanish from tasks, board and reports with the quarters after, and stay in those they lived in', async () => {
    await close([3], { unitId: unitId(2) });
    const { admin, clerk, store } = district();
    expect((await listFilings(store.read, { unitIds: [unitId(3)] })).map((filing) => filing.quarter)).toEqual([1]);
    expect((await listTasks(store.read, clerk(3).actor, admin.now())).map((task) => task.quarter)).toEqual([1]);
    const row = (await loadBoard(store.read, admin.actor, { year: 2026 }, { now: admin.now(), overlay: null })).rows.find(
      (one) => one.unitId === unitId(3),
    );
    expect(row?.quarters.map((cell) => cell !== null)).toEqual([true, false, false, false]);
    const organs = async (year: number) => (await listReports(store.read, admin.actor, year)).map((report) => report.unitId);
    expect(await organs(2026)).toContain(unitId(3));
    expect(await organs(2027)).not.toContain(unitId(3));
  });

  it('what they finished stays with their clerks by the successor, to be read, and with nobody else', async () => {
    await district().approve(quarterOf(0, 0), { unit: 1 });
    await district().type(quarterOf(0, 3), { unit: 3 });
    const { store, admin } = district();
    const historyOf = async (unit: number) => {
      const { userId } = district().clerk(unit).actor;
      const posts = await postsOf(store.read, userId);
      const tasks = await listTasks(store.read, { ...district().clerk(unit).actor, posts }, admin.now());
      return tasks.filter((task) => task.status === 'approved').map((task) => [task.unitId, task.quarter, task.isTakenOver]);
    };
    expect(await historyOf(1)).toEqual([[unitId(1), 1, false]]);
    const { successorId } = await close([1, 3], { name: '示例区综合局', kind: 'department' });
    const gone = [[unitId(1), 1, true]];
    expect([await historyOf(1), await historyOf(3), await historyOf(2)]).toEqual([gone, gone, []]);
    // What took over is taken over in turn.
    await closeUnits(district().admin, { unitIds: [successorId ?? ''], closesOn: '2026-06-30', into: { unitId: unitId(2) } });
    expect([await historyOf(1), await historyOf(2)]).toEqual([gone, gone]);
    const told = (await listTasks(store.read, district().clerk(2).actor, admin.now())).find((task) => task.isTakenOver);
    expect(told).toMatchObject({ unitName: '示例区2局', submissionNumber: 1, approvedOn: expect.stringMatching(/^2026-/) });
    expect((await loadFilingForm(store.read, district().clerk(2).actor, told?.filingId ?? '', null)).verdicts['filing.edit']).not.toBe(
      'allowed',
    );
  });

  it('R7: are one act with its people: posts in the successor are given, posts end where nothing is unfinished', async () => {
    await district().approve(quarterOf(0, 0), { unit: 1 });
    const events = await eventsOf(district().store, () => close([1, 3], { name: '示例区综合局', kind: 'street' }));
    expect(events.slice(0, 3).map((event) => event.kind)).toEqual(['unit.created', 'unit.closed', 'unit.closed']);
    const ofPosts = events.slice(3).map((event) => event.kind);
    expect(ofPosts.sort()).toEqual(['post.ended', 'post.given', 'post.given']);
    const unitsOf = async (unit: number) =>
      (await postsOf(district().store.read, district().clerk(unit).actor.userId)).map((post) => [post.unitId === unitId(unit), post.role]);
    expect(await unitsOf(1)).toEqual([[false, 'clerk']]);
    expect(await unitsOf(3)).toEqual([
      [true, 'clerk'],
      [false, 'clerk'],
    ]);
  });

  it('A1: the report of the successor prints what it took over, the whole leaves it out, and both balance', async () => {
    for (const quarter of [1, 2] as const) await district().approve(quarterOf(quarter === 1 ? 0 : 3, 3), { unit: 1, quarter });
    for (const unit of [0, 2, 3])
      for (const quarter of [1, 2] as const) await district().approve(quarterOf(quarter === 1 ? 0 : 1, 1), { unit, quarter });
    await close([1], { unitId: unitId(2) }, '2026-06-30');
    for (const quarter of [3, 4] as const) await district().approve(quarterOf(quarter === 3 ? 4 : 2, 2), { unit: 2, quarter });
    for (const unit of [0, 3]) for (const quarter of [3, 4] as const) await district().approve(quarterOf(1, 1), { unit, quarter });
    const { admin, store, rootId } = district();
    const figuresOf = async (id: string, scope: 'own_organ' | 'consolidated') => {
      const view = await loadReportView(store.read, { unitId: id, year: 2026, scope }, null);
      const at = (row: string) => numberAt(view?.content.figures ?? new Map(), `s3.${row}.natural_person`);
      expect([view?.missing, view?.checkRun.findings.filter((finding) => finding.severity === 'must_fix')]).toEqual([[], []]);
      return [at('carried_in'), at('new_received'), at('granted'), at('carried_out')];
    };
    expect(await figuresOf(unitId(2), 'own_organ')).toEqual([3, 40, 41, 2]);
    expect(await figuresOf(unitId(1), 'own_organ')).toEqual([0, 20, 17, 3]);
    expect(await figuresOf(rootId, 'consolidated')).toEqual([0, 140, 136, 4]);
    const key = { unitId: rootId, year: 2026, scope: 'consolidated' as const, cell: carriedIn };
    const { trace } = await traceReportCell(store.read, admin.actor, key);
    expect(trace).toMatchObject({ kind: 'units', figure: { value: 0 }, leftOut: [{ fromUnit: unitId(1), toUnit: unitId(2), value: 3 }] });
  });

  it('show beforehand what would move: unfinished quarters, those that vanish, people, balances, and what speaks against it', async () => {
    await district().approve(quarterOf(0, 3), { unit: 1 });
    await district().approve(quarterOf(0, 1), { unit: 2 });
    const { admin, store } = district();
    const preview = await loadClosingPreview(store.read, admin.actor, {
      unitIds: [unitId(1)],
      closesOn: '2026-06-30',
      into: { unitId: unitId(2) },
    });
    expect(preview).toMatchObject({
      last: { year: 2026, quarter: 2 },
      first: { year: 2026, quarter: 3 },
      successor: '示例区3局',
      units: [{ unfinished: [{ year: 2026, quarter: 2 }], vanishing: [{ quarter: 3 }, { quarter: 4 }] }],
      people: [{ name: 'clerk clerk1', role: 'clerk' }],
      refusals: [],
    });
    expect(preview.balances).toMatchObject([{ cell: carriedIn, parts: [3], own: 1, sum: 4 }]);
    const against = { unitIds: [unitId(1)], closesOn: '2026-06-30', into: null };
    expect((await loadClosingPreview(store.read, admin.actor, against)).refusals[0]?.zh).toContain('指定承接单位');
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['on a day within a quarter', () => close([1], null, '2026-05-15'), '2026-03-31'],
    ['a government', () => closeUnits(district().admin, { unitIds: [district().rootId], closesOn: '2026-03-31', into: null }), '是政府'],
    ['into itself', () => close([1], { unitId: unitId(1) }), '不能承接自己'],
    ['into a government', () => close([1], { unitId: district().rootId }), '本身不填报'],
    ['into a name that is taken', () => close([1], { name: '示例区3局', kind: 'department' }), '示例区3局'],
    ['nothing', () => close([], null), '至少选择'],
  ])('are refused: %s', async (_, act, words) => {
    const before = await listUnits(district().store.read);
    expect((await expectRefused(act(), 'invalid')).sentence.zh).toContain(words);
    expect(await listUnits(district().store.read)).toEqual(before);
  });

  it('are refused while a later quarter has figures, or the successor has submitted one', async () => {
    await district().type({}, { unit: 1, quarter: 2 });
    expect((await expectRefused(close([1], { unitId: unitId(2) }), 'invalid')).sentence.zh).toContain('2026 年第 2 季度');
    await close([3], { unitId: unitId(1) });
    await district().submit({}, { unit: 2 });
    await district().submit({}, { unit: 2, quarter: 2 });
    expect((await expectRefused(close([0], { unitId: unitId(2) }), 'invalid')).sentence.zh).toContain('已经报送 2026 年第 2 季度');
  });

  it('leave nothing to nobody: a last quarter filled in later with something open is submitted once a successor is named', async () => {
    await close([1], null);
    const filing = await district().type(quarterOf(0, 3), { unit: 1 });
    const { store, clerk } = district();
    const stands = async () => (await loadObstacles(store.read, clerk(1).actor, filing.id, null)).obstacles;
    const left = { kind: 'left_to_nobody', cells: ['s3.carried_out.natural_person'] };
    expect((await stands()).filter((one) => one.kind === 'left_to_nobody')).toEqual([left]);
    const seenHash = (await loadObstacles(store.read, clerk(1).actor, filing.id, null)).hash;
    const refused = await expectRefused(submitFiling(clerk(1), { filingId: filing.id, changeId: 'a-change', seenHash }), 'obstacles');
    expect(refused.details).toMatchObject({ obstacles: expect.arrayContaining([left]) });
    await reopenUnit(district().admin, { unitId: unitId(1) });
    await close([1], { unitId: unitId(2) });
    expect((await stands()).filter((one) => one.kind === 'left_to_nobody')).toEqual([]);
  });

  it('are refused twice, into a unit that is closed, and before what they are to take over', async () => {
    await close([1], { unitId: unitId(2) }, '2026-06-30');
    expect((await expectRefused(close([1], null), 'invalid')).sentence.zh).toContain('已于 2026-06-30 撤并');
    expect((await expectRefused(close([3], { unitId: unitId(1) }, '2026-06-30'), 'invalid')).sentence.zh).toContain('另选承接单位');
    expect((await expectRefused(close([2], { unitId: unitId(3) }), 'invalid')).sentence.zh).toContain('示例区2局');
    await close([2], { unitId: unitId(3) }, '2026-09-30');
  });

  it('are refused to whoever does not manage all of them', async () => {
    const ofUnit = await district().withPost(district().auditor, 'admin', unitId(1));
    await expectRefused(closeUnits(ofUnit, { unitIds: [unitId(1)], closesOn: '2026-03-31', into: { unitId: unitId(2) } }), 'forbidden');
    await expectRefused(closeUnits(district().reviewer, { unitIds: [unitId(1)], closesOn: '2026-03-31', into: null }), 'forbidden');
    await expectRefused(closeUnits(district().admin, { unitIds: ['nowhere'], closesOn: '2026-03-31', into: null }), 'not_found');
  });

  describe('and are opened again', () => {
    it('with their quarters and posts, as if nothing had been; the unit set up for it never was', async () => {
      const posts = async () => (await listPosts(district().store.read)).map((post) => `${post.userId} ${post.unitId} ${post.role}`).sort();
      await district().approve(quarterOf(0, 3), { unit: 1 });
      const before = await posts();
      const { successorId } = await close([1], { name: '示例区新局', kind: 'department' });
      expect(await posts()).not.toEqual(before);
      await reopenUnit(district().admin, { unitId: unitId(1) });
      expect(await posts()).toEqual(before);
      expect(await findUnit(district().store.read, unitId(1))).toMatchObject({ closesOn: null, successorId: null });
      expect((await listFilings(district().store.read, { unitIds: [unitId(1)] })).length).toBe(4);
      expect(await listFilings(district().store.read, { unitIds: [successorId ?? ''] })).toEqual([]);
      expect((await listOfficeUnits(district().store.read, district().admin.actor)).map((unit) => unit.id)).not.toContain(successorId);
      await close([1], { name: '示例区新局', kind: 'department' });
    });

    it('only while the successor has not worked on what it took over', async () => {
      await close([1], { unitId: unitId(2) });
      await typeCell(district().clerk(2), (await district().filing(2, 2)).id, { cell: 's3.new_received.natural_person', raw: '1' });
      expect((await expectRefused(reopenUnit(district().admin, { unitId: unitId(1) }), 'wrong_status')).sentence.zh).toContain('第 2 季度');
      await expectRefused(reopenUnit(district().admin, { unitId: unitId(3) }), 'invalid');
      await expectRefused(reopenUnit(district().reviewer, { unitId: unitId(1) }), 'forbidden');
    });

    it('one of two that were merged: the new unit goes on with the other', async () => {
      const { successorId } = await close([1, 3], { name: '示例区综合局', kind: 'department' });
      await reopenUnit(district().admin, { unitId: unitId(1) });
      expect(await findUnit(district().store.read, successorId ?? '')).toMatchObject({ closesOn: null });
      expect(await findUnit(district().store.read, unitId(3))).toMatchObject({ successorId });
    });
  });

  it('an office that is renamed stays the own report of its government', async () => {
    await district().approve(quarterOf(0, 3), { unit: 0 });
    const { successorId } = await close([0], { name: '示例区人民政府办公室', kind: 'office' });
    const view = await loadReportView(district().store.read, { unitId: district().rootId, year: 2026, scope: 'own_organ' }, null);
    expect(view?.units.map((unit) => unit.id)).toEqual([unitId(0), successorId]);
    await district().store.tx((tx) => updateUnit(tx, unitId(0), { successorId: null }));
    const apart = await loadReportView(district().store.read, { unitId: district().rootId, year: 2026, scope: 'own_organ' }, null);
    expect(apart?.units.map((unit) => unit.id)).toEqual([unitId(0)]);
  });
});
