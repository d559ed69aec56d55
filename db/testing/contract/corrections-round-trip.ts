import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type CorrectionSlip,
  countSlipsByUnit,
  deleteRestatement,
  findSlip,
  insertSlip,
  lastSlipNumber,
  listCorrections,
  listRestatements,
  listRestatementsOf,
  listSlips,
  recordEvents,
  type Store,
  updateSlip,
  upsertRestatement,
} from '../../store';
import { aFiling, anEvent, aUnit, someDay } from '../rows';

const later = new Date('2026-04-09T08:00:00.000Z');

/** Correction slips and restated openings read back as they were written, on either engine. */
export function correctionContract(store: () => Store): void {
  describe('a correction slip', () => {
    const aSlip = (of: { unitId: string; number: number; year?: number }) => ({
      id: randomUUID(),
      year: 2026,
      reason: '核对台账发现漏计一件申请。',
      changes: [{ quarter: 1, cell: 's3.granted.natural_person', raw: '１' }],
      writtenBy: 'a',
      writtenAt: someDay,
      ...of,
    });

    it('begins as a draft of version 1 and keeps each step', async () => {
      const { id: unitId } = await aUnit(store());
      const draft = aSlip({ unitId, number: 1 });
      await store().tx((tx) => insertSlip(tx, draft));
      const undecided = { signedBy: null, signedAt: null, decidedBy: null, decidedAt: null, decisionText: null };
      expect(await findSlip(store().read, draft.id)).toEqual({ ...draft, ...undecided, status: 'draft', version: 1, seen: null });
      const signed = { status: 'signed' as const, seen: { '2026Q1': 'h' }, signedBy: 'a', signedAt: later, version: 2, changes: [] };
      await store().tx((tx) => updateSlip(tx, draft.id, signed));
      expect(await findSlip(store().read, draft.id)).toEqual({ ...draft, ...undecided, ...signed });
      const refused = { status: 'refused' as const, decidedBy: 'b', decidedAt: later, decisionText: '与台账不符' };
      await store().tx((tx) => updateSlip(tx, draft.id, refused));
      expect(await findSlip(store().read, draft.id)).toEqual({ ...draft, ...signed, ...refused });
      expect(await findSlip(store().read, 'no such slip')).toBeNull();
    });

    it('has one number in its unit and year, and is listed and counted by unit, year and state', async () => {
      const [one, other] = [await aUnit(store()), await aUnit(store())];
      const slips = [
        aSlip({ unitId: one.id, number: 1 }),
        aSlip({ unitId: one.id, number: 2 }),
        aSlip({ unitId: one.id, number: 1, year: 2027 }),
        aSlip({ unitId: other.id, number: 1 }),
      ];
      await store().tx(async (tx) => {
        for (const slip of slips) await insertSlip(tx, slip);
        await updateSlip(tx, slips[1]?.id ?? '', { status: 'signed' });
      });
      await expect(store().tx((tx) => insertSlip(tx, aSlip({ unitId: one.id, number: 2 })))).rejects.toThrow();
      expect([await lastSlipNumber(store().read, one.id, 2026), await lastSlipNumber(store().read, one.id, 2030)]).toEqual([2, 0]);
      const keys = (found: readonly CorrectionSlip[]) => found.map((slip) => [slip.year, slip.number]);
      expect(keys(await listSlips(store().read, { unitIds: [one.id] }))).toEqual([
        [2027, 1],
        [2026, 2],
        [2026, 1],
      ]);
      expect(await listSlips(store().read, { unitIds: [one.id, other.id], year: 2026 })).toHaveLength(3);
      expect(keys(await listSlips(store().read, { unitIds: [one.id], statuses: ['signed'] }))).toEqual([[2026, 2]]);
      const drafts = await countSlipsByUnit(store().read, 'draft');
      expect([one, other].reduce((sum, unit) => sum + (drafts.get(unit.id) ?? 0), 0)).toBe(3);
      expect(await listSlips(store().read, { unitIds: [] })).toEqual([]);
    });

    it('is told by the log as the corrections it made, filing by filing', async () => {
      const [filingId, another] = [randomUUID(), randomUUID()];
      const changes = [{ cell: 's3.granted.natural_person', before: '0', after: '1' }];
      const of = { unitId: randomUUID(), unitName: '示例区原某局' };
      const corrected = (objectId: string, slip: number, more = {}) => ({
        ...anEvent({ objectId }),
        kind: 'filing.corrected' as const,
        payload: { slip, year: 2026, number: slip + 1, hash: 'h', changes, ...more },
      });
      await store().tx((tx) =>
        recordEvents(tx, [corrected(filingId, 1), anEvent({ objectId: filingId }), corrected(another, 9), corrected(filingId, 2, { of })]),
      );
      const at = someDay.toISOString();
      expect(await listCorrections(store().read, [filingId])).toEqual([
        { filingId, at, slip: 1, slipYear: 2026, slipUnitId: null, submissionNumber: 2, changes },
        { filingId, at, slip: 2, slipYear: 2026, slipUnitId: of.unitId, submissionNumber: 3, changes },
      ]);
      expect(await listCorrections(store().read, [])).toEqual([]);
    });
  });

  it('a restated opening is there once, changes, and is taken back', async () => {
    const { id: unitId } = await aUnit(store());
    const [filingId, other] = [
      await aFiling(store(), { unitId, year: 2033, quarter: 1 }),
      await aFiling(store(), { unitId, year: 2033, quarter: 2 }),
    ];
    const cell = 's3.carried_in.natural_person';
    const restated = { cell, value: 4, decimals: 0, reason: '法院判决重新办理。', writtenBy: 'a', writtenAt: someDay };
    const again = { ...restated, value: 5, reason: '复核后应为五件。', writtenBy: 'b', writtenAt: later };
    await store().tx(async (tx) => {
      await upsertRestatement(tx, filingId, restated);
      await upsertRestatement(tx, filingId, again);
      await upsertRestatement(tx, other, restated);
      await upsertRestatement(tx, other, { ...restated, cell: 's2.regulations.in_force_opening' });
    });
    expect(await listRestatements(store().read, filingId)).toEqual([again]);
    const of = async (ids: string[]) => (await listRestatementsOf(store().read, ids)).map((one) => [one.filingId, one.cell, one.reason]);
    expect((await of([filingId, other])).sort()).toEqual(
      [
        [filingId, cell, again.reason],
        [other, cell, restated.reason],
        [other, 's2.regulations.in_force_opening', restated.reason],
      ].sort(),
    );
    await store().tx((tx) => deleteRestatement(tx, filingId, cell));
    expect([await listRestatements(store().read, filingId), await of([filingId]), await of([])]).toEqual([[], [], []]);
    expect(await listRestatements(store().read, other)).toHaveLength(2);
  });
}
