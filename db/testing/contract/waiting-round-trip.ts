import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EventFacts, EventKind } from '@/server/domain/audit';
import {
  decideSubmission,
  findingMarks,
  insertExplanation,
  insertSubmission,
  isOfMarks,
  keepFindings,
  keepSubmissionStanding,
  keptFindingsOf,
  listUnkeptFindings,
  listWaiting,
  recordEvents,
  type Store,
  setFilingStatus,
  updateUnit,
} from '../../store';
import { aFiling, anEvent, aUnit, someDay } from '../rows';

const year = 2053;
const plain = { changed: null, isPlain: true, hasPeers: false };

/** What waits for a reviewer, and what is kept of it, on either engine. */
export function waitingContract(store: () => Store): void {
  describe('what waits', () => {
    async function submitted(of: Parameters<typeof aUnit>[1] = {}) {
      const unit = await aUnit(store(), of);
      const filingId = await aFiling(store(), { unitId: unit.id, year, quarter: 1 });
      const sent = { content: '{}', submittedBy: 'u', submittedAt: someDay };
      await store().tx(async (tx) => {
        for (const number of [1, 2]) await insertSubmission(tx, { ...sent, id: randomUUID(), filingId, number, hash: `hash ${number}` });
        await setFilingStatus(tx, filingId, { status: 'submitted', submissionNumber: 2, at: someDay });
      });
      return { unit, filingId };
    }
    const one = async (filingId: string) =>
      (await listWaiting(store().read, { isPractice: false })).find((line) => line.filingId === filingId);
    const keep = (filingId: string, of: { number?: number; hasPeers?: boolean } = {}) =>
      store().tx((tx) =>
        keepSubmissionStanding(
          tx,
          { filingId, number: of.number ?? 2, rules: 'pack' },
          { ...plain, changed: of.hasPeers ? null : 3, hasPeers: of.hasPeers ?? false },
        ),
      );
    const happens = (kind: EventKind, unitId: string | null, payload: object = {}) =>
      store().tx((tx) => recordEvents(tx, [anEvent({ kind, unitId, payload } as Partial<EventFacts> as { kind: 'figure.saved' })]));

    it('is listed with its unit, its newest submission, and how much of it was explained', async () => {
      const { unit, filingId } = await submitted({ name: '示例区水务局' });
      const said = { rule: 't3-col', boundTo: 'v', text: '系统切换遗留。', writtenBy: 'u', writtenAt: someDay };
      await store().tx(async (tx) => {
        for (const kind of ['explanation', 'explanation', 'exception'] as const)
          await insertExplanation(tx, { ownerType: 'filing', ownerId: filingId }, { ...said, id: randomUUID(), kind });
      });
      expect(await one(filingId)).toEqual({
        ...{ filingId, unitId: unit.id, unitName: '示例区水务局', unitPath: unit.path, year, quarter: 1 },
        ...{ format: '2021', rowVariant: 'other_three', status: 'submitted', submissionNumber: 2, hash: 'hash 2' },
        ...{
          submittedBy: 'u',
          submittedAt: someDay,
          isEarly: false,
          explained: 2,
          exceptions: 1,
          standing: null,
          kind: 'department',
          dueOn: `${year}-02-15`,
        },
      });
      expect((await listWaiting(store().read, { isPractice: true })).map((line) => line.filingId)).not.toContain(filingId);
    });

    it('is kept with its submission, until it is decided; what waits again is looked at anew', async () => {
      const { filingId } = await submitted();
      await keep(filingId);
      const standing = { changed: 3, isPlain: true, hasPeers: false, rules: 'pack', mark: 0, isFresh: true };
      expect((await one(filingId))?.standing).toEqual(standing);
      await keep(filingId, { number: 1 });
      expect((await one(filingId))?.standing).toBeNull();
      await keep(filingId, { hasPeers: true });
      expect((await one(filingId))?.standing).toEqual({ ...standing, changed: null, hasPeers: true });
      const by = { decidedBy: 'r', decidedAt: someDay };
      await store().tx((tx) => decideSubmission(tx, filingId, 2, { outcome: 'approved', ...by }));
      expect((await one(filingId))?.standing).toBeNull();
      await store().tx((tx) => decideSubmission(tx, filingId, 2, { outcome: 'pending', decidedBy: null, decidedAt: null }));
      expect((await one(filingId))?.standing).toMatchObject({ isFresh: false, rules: '' });
    });

    it('is moved by events over its unit or the one before it, by the ledger where it was compared, and by those over all', async () => {
      const [own, heir, young] = [await submitted(), await submitted(), await submitted()];
      const ids = [own, heir, young].map((each) => each.filingId);
      await store().tx((tx) => updateUnit(tx, own.unit.id, { closesOn: `${year}-03-31`, successorId: heir.unit.id }));
      const keepAll = async () => {
        for (const id of ids) await keep(id, { hasPeers: id === young.filingId });
      };
      const fresh = async () => Promise.all(ids.map(async (id) => (await one(id))?.standing?.isFresh));
      await keepAll();
      for (const [kind, payload] of [
        ['text.saved', {}],
        ['figure.saved', { cell: 's3.granted.natural_person' }],
        ['explanation.written', {}],
        ['quarter.changed', { after: { dueOn: '2053-05-01' } }],
      ] as const)
        await happens(kind, own.unit.id, payload);
      expect(await fresh()).toEqual([true, true, true]);
      await happens('figure.saved', own.unit.id, { cell: 's3.carried_out.natural_person' });
      expect(await fresh()).toEqual([false, false, true]);
      await keepAll();
      expect(await fresh()).toEqual([true, true, true]);
      await happens('filing.approved', heir.unit.id);
      expect(await fresh()).toEqual([true, false, false]);
      await keepAll();
      await happens('quarter.changed', null, { after: { openedAt: '2053-04-01' } });
      expect(await fresh()).toEqual([false, false, false]);
    });

    it('is kept with what was found in it, until another one comes; what moves leaves it out of date', async () => {
      const heir = await submitted();
      const own = await submitted({ successorId: heir.unit.id });
      const other = await submitted();
      const all = [own, heir, other];
      const asked = all.map(({ filingId }) => ({ id: filingId, year, submissionNumber: 2 }));
      const keepAll = async (more: { number?: number; findings?: string } = {}) => {
        const marks = await findingMarks(store().read);
        const said = { number: 2, rules: 'pack', told: '', findings: '[]', ...more };
        await store().tx((tx) =>
          keepFindings(
            tx,
            all.map(({ filingId, unit }, place) => ({ ...said, filingId, marks: marks.of(unit.id, place === 1) })),
          ),
        );
      };
      const kept = () => keptFindingsOf(store().read, asked);
      const fresh = async () => {
        const [rows, marks] = [await kept(), await findingMarks(store().read)];
        const unkept = new Set(await listUnkeptFindings(store().read, 'pack', 1_000));
        const isFresh = all.map(({ filingId, unit }) => isOfMarks(rows.get(filingId)?.marks ?? '', marks, unit.id));
        expect(all.map(({ filingId }) => !unkept.has(filingId))).toEqual(isFresh);
        return isFresh;
      };
      expect((await kept()).size).toBe(0);
      expect(await listUnkeptFindings(store().read, 'pack', 1_000)).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
      await keepAll({ findings: '[1]' });
      expect(await fresh()).toEqual([true, true, true]);
      expect(await listUnkeptFindings(store().read, 'another pack', 1_000)).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
      // What somebody found in an earlier submission comes too late.
      await keepAll({ number: 1, findings: '[2]' });
      expect([...(await kept()).values()].map(({ findings }) => findings)).toEqual(['[1]', '[1]', '[1]']);
      await happens('text.saved', own.unit.id);
      await happens('figure.saved', own.unit.id, { cell: 's3.granted.natural_person' });
      expect(await fresh()).toEqual([true, true, true]);
      await happens('figure.saved', own.unit.id, { cell: 's3.carried_out.natural_person' });
      expect(await fresh()).toEqual([false, false, true]);
      await keepAll();
      await happens('filing.approved', other.unit.id);
      expect(await fresh()).toEqual([true, false, false]);
      await keepAll();
      await happens('unit.changed', null);
      expect(await fresh()).toEqual([false, false, false]);
    });
  });
}
