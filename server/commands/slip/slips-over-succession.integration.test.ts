import { describe, expect, it } from 'vitest';
import { checkedBooksOf, findFilingOf, findSlip, listSubmissions } from '@/db/store';
import { boundContents, slipEffect } from '@/server/domain/corrections';
import { figureAt } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { loadFilingForm } from '@/server/queries/filing-form';
import { loadReportPage } from '@/server/queries/report';
import { listCorrectableYears, loadSlipDesk, loadSlipList, loadSlipPage } from '@/server/queries/slips';
import { loadFilingView } from '@/server/views/filing-view';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import type { CommandContext } from '../command';
import { closeUnits } from '../office/close-units';
import { lockQuarter } from '../office/lock-quarter';
import { acceptSlip } from './accept-slip';
import { signSlip } from './sign-slip';
import { writeSlip } from './write-slip';

const carriedIn = 's3.carried_in.natural_person';
const carriedOut = 's3.carried_out.natural_person';
const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const inForce = 's2.normative_documents.in_force';
const inForceOpening = 's2.normative_documents.in_force_opening';
const reason = '核对台账发现漏计一件，已附清单。';

describe('a slip on the last quarter of a closed unit', () => {
  const district = inADistrict({ units: 3, openQuarters: [1, 2, 3] });
  const store = () => district().store;
  const unitId = (index: number) => district().unitIds[index] ?? '';

  /** Unit 1 closes with the first quarter into unit 2; the first quarter is locked, later ones of unit 2 are approved. */
  async function merged(lock: readonly (1 | 2 | 3)[]): Promise<void> {
    for (const unit of [0, 1, 2]) await district().approve({}, { unit, quarter: 1 });
    await closeUnits(district().admin, { unitIds: [unitId(1)], closesOn: '2026-03-31', into: { unitId: unitId(2) } });
    for (const quarter of [2, 3] as const) for (const unit of [0, 2]) await district().approve({}, { unit, quarter });
    for (const quarter of lock) await lockQuarter(district().admin, { year: 2026, quarter });
  }
  async function effectOf(slipId: string) {
    const slip = await findSlip(store().read, slipId);
    if (!slip) throw new Error('no such slip');
    return slipEffect((await loadSlipDesk(store().read, district().auditor.actor, slip, null)).books, slip, null);
  }
  const write = (by: CommandContext, changes: readonly [number, CellId, string][]) =>
    writeSlip(by, {
      unitId: unitId(1),
      year: 2026,
      slip: null,
      changes: changes.map(([quarter, cell, raw]) => ({ quarter, cell, raw })),
      reason,
    });
  const sign = async (by: CommandContext, slip: { slipId: string; version: number }) =>
    signSlip(by, { ...slip, seen: boundContents(await effectOf(slip.slipId)) });
  async function ofSuccessor(quarter: number) {
    const filing = await findFilingOf(store().read, unitId(2), 2026, quarter);
    if (!filing) throw new Error('no such filing');
    const view = await loadFilingView(store().read, filing, null);
    const ledger = (await checkedBooksOf(store().read, unitId(2), 2026)).get(quarter) ?? new Map();
    return { filing, view, ledger, newest: (await listSubmissions(store().read, filing.id)).at(-1) };
  }

  it('gives its successor new approved submissions: ledger and snapshot say what the screen says, quarter after quarter', async () => {
    await merged([1]);
    const slip = await write(district().clerk(1), [[1, inForce, '1']]);
    await sign(district().clerk(1), slip);
    const kinds = await kindsOf(store(), () => acceptSlip(district().admin, slip));
    expect(kinds).toEqual(['filing.corrected', 'filing.corrected', 'slip.accepted']);
    const second = await ofSuccessor(2);
    expect([second.filing.status, second.filing.submissionNumber, second.newest?.outcome]).toEqual(['approved', 2, 'approved']);
    expect(second.newest?.hash).toBe(second.view.hash);
    expect(figureAt(second.ledger, inForceOpening)).toEqual(figureAt(second.view.figures, inForceOpening));
    expect(figureAt(second.ledger, inForceOpening)).toMatchObject({ value: 1 });
    expect((await ofSuccessor(3)).newest?.hash).toBe((await ofSuccessor(3)).view.hash);
    const { inForce: told } = await loadSlipPage(store().read, district().auditor.actor, slip.slipId, null);
    expect(told?.quarters.map((one) => [one.quarter, one.successor])).toEqual([
      [1, null],
      [2, '示例区3局'],
    ]);
    const key = { unitId: unitId(2), year: 2026, scope: 'own_organ' as const };
    const { corrections } = await loadReportPage(store().read, district().admin.actor, key, null);
    expect(corrections).toMatchObject([{ slipId: slip.slipId, unitName: '示例区2局', cells: 1 }]);
  });

  it('may name the locked quarter of the successor that has to be balanced, by somebody who writes for both', async () => {
    await merged([1, 2]);
    const late: [number, CellId, string][] = [
      [1, received, '1'],
      [1, carriedOut, '1'],
    ];
    await expectRefused(sign(district().clerk(1), await write(district().clerk(1), late)), 'obstacles');
    const whole: typeof late = [...late, [2, granted, '1']];
    await expectRefused(write(district().clerk(1), whole), 'not_found');
    const both = await district().withPost(district().clerk(1), 'clerk', unitId(2));
    const slip = await write(both, whole);
    await sign(both, slip);
    await acceptSlip(district().admin, slip);
    const second = await ofSuccessor(2);
    expect([second.filing.status, second.newest?.hash]).toEqual(['locked', second.view.hash]);
    expect([carriedIn, granted].map((cell) => figureAt(second.ledger, cell))).toMatchObject([{ value: 1 }, { value: 1 }]);
    expect(second.view.checkRun.counts.must_fix).toBe(0);
  });

  it('is written by the clerk of its successor, who answers for it: reads the quarter, names both units, signs; nobody else may', async () => {
    await merged([1, 2]);
    const successor = district().clerk(2);
    const filing = await findFilingOf(store().read, unitId(1), 2026, 1);
    if (!filing) throw new Error('no such filing');
    const form = await loadFilingForm(store().read, successor.actor, filing.id, null);
    expect([form.verdicts['slip.write'], form.verdicts['filing.edit']]).toEqual(['allowed', 'not_permitted']);
    await expectRefused(loadFilingForm(store().read, district().clerk(0).actor, filing.id, null), 'not_found');
    expect(await listCorrectableYears(store().read, successor.actor)).toMatchObject([{ unitName: '示例区3局' }, { unitName: '示例区2局' }]);

    const late: [number, CellId, string][] = [
      [1, received, '1'],
      [1, carriedOut, '1'],
      [2, granted, '1'],
    ];
    await expectRefused(write(district().clerk(0), late), 'not_found');
    const slip = await write(successor, late);
    expect((await loadSlipList(store().read, successor.actor)).slips).toMatchObject([
      { unitName: '示例区2局', status: 'draft', isMine: true },
    ]);
    expect((await loadSlipPage(store().read, successor.actor, slip.slipId, null)).desk.mayWrite).toBe(true);
    await expectRefused(loadSlipPage(store().read, district().clerk(0).actor, slip.slipId, null), 'not_found');
    await sign(successor, slip);
    await acceptSlip(district().admin, slip);
    expect(figureAt((await ofSuccessor(2)).ledger, carriedIn)).toMatchObject({ value: 1 });
  });

  it('does not open the successor to the clerk of the closed unit, nor an unlocked quarter to anybody', async () => {
    await merged([1]);
    const successor = district().clerk(2);
    await expectRefused(write(successor, [[2, granted, '1']]), 'wrong_status');
    const own = await findFilingOf(store().read, unitId(2), 2026, 2);
    await expectRefused(loadFilingForm(store().read, district().clerk(1).actor, own?.id ?? '', null), 'not_found');
  });

  it('is bound to the quarters of the successor that it touches: what changes there voids the signature', async () => {
    await merged([1]);
    const slip = await write(district().clerk(1), [[1, inForce, '1']]);
    await sign(district().clerk(1), slip);
    const other = await write(district().clerk(1), [[1, inForce, '2']]);
    await sign(district().clerk(1), other);
    await acceptSlip(district().admin, other);
    await expectRefused(acceptSlip(district().admin, slip), 'conflict');
    expect((await findSlip(store().read, slip.slipId))?.seen).toHaveProperty('2026Q2');
  });
});
