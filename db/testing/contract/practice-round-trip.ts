import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  emptyPractice,
  findFiling,
  findFilingOf,
  findPracticeOf,
  insertDeclaration,
  insertExplanation,
  insertFiling,
  insertRemark,
  insertSignOff,
  insertSubmission,
  listDeclarations,
  listExplanations,
  listFigures,
  listFilings,
  listPractice,
  listRemarks,
  listSignOffs,
  listSubmissions,
  listTexts,
  type Store,
  setFilingStatus,
  type Unit,
  updateUnit,
  upsertFigure,
  upsertText,
} from '../../store';
import { aFiling, aUnit, someDay } from '../rows';

const later = new Date('2026-04-09T08:00:00.000Z');
const year = 2033;

/** Practice beside the real quarter, and the signatures under a filing, on either engine. */
export function practiceContract(store: () => Store): void {
  let unit: Unit;
  let realId: string;
  const practiceId = randomUUID();
  const findPractice = async () => {
    const found = await findPracticeOf(store().read, unit.id, year, 1);
    if (!found) throw new Error('the practice is there');
    return found;
  };

  beforeAll(async () => {
    unit = await aUnit(store());
    realId = await aFiling(store(), { unitId: unit.id, year, quarter: 1 });
    for (const id of [practiceId, randomUUID()])
      await store().tx((tx) => insertFiling(tx, { id, unitId: unit.id, year, quarter: 1, isPractice: true, at: someDay }));
  });

  describe('a practice quarter', () => {
    it('stands once beside the real one and is found only by those who ask for it', async () => {
      expect((await findPractice()).id).toBe(practiceId);
      expect(await findFiling(store().read, practiceId)).toMatchObject({ isPractice: true, status: 'open' });
      expect((await findFilingOf(store().read, unit.id, year, 1))?.id).toBe(realId);
      expect((await listFilings(store().read, { unitIds: [unit.id] })).map((filing) => filing.id)).toEqual([realId]);
      expect(await findPracticeOf(store().read, unit.id, year, 2)).toBeNull();
    });

    it('is listed by unit and status until it is over or the real quarter is approved', async () => {
      const listed = async (filter: Parameters<typeof listPractice>[1] = { unitIds: [unit.id] }) =>
        (await listPractice(store().read, filter)).map((filing) => filing.id);
      const setStatus = (id: string, status: 'open' | 'approved' | 'locked') =>
        store().tx((tx) => setFilingStatus(tx, id, { status, at: later }));
      expect(await listed()).toEqual([practiceId]);
      expect([await listed({ unitIds: [] }), await listed({ unitIds: [unit.id], statuses: ['submitted'] })]).toEqual([[], []]);
      await setStatus(realId, 'approved');
      expect(await listed()).toEqual([]);
      await setStatus(realId, 'open');
      await setStatus(practiceId, 'locked');
      expect(await listed()).toEqual([]);
      await setStatus(practiceId, 'open');
      expect(await listed()).toEqual([practiceId]);
    });

    it('is emptied of all that was typed and said; its submission stays, recalled', async () => {
      const figure = {
        cell: 's3.granted.natural_person',
        raw: '3',
        figure: { state: 'number', value: 3, decimals: 0 } as const,
        version: 1,
        savedBy: 'u',
        savedAt: someDay,
      };
      const owner = { ownerType: 'filing', ownerId: practiceId } as const;
      await store().tx(async (tx) => {
        for (const filingId of [practiceId, realId]) await upsertFigure(tx, filingId, figure);
        await upsertText(tx, practiceId, { key: 'contribution', text: '练习', version: 1, savedBy: 'u', savedAt: someDay });
        await insertDeclaration(tx, practiceId, { section: '4', declaredBy: 'u', declaredAt: someDay });
        const written = { writtenBy: 'r', writtenAt: someDay, text: '请补充' };
        await insertRemark(tx, { id: randomUUID(), filingId: practiceId, submissionNumber: 1, anchor: 'text', ...written });
        await insertExplanation(tx, owner, { id: randomUUID(), kind: 'explanation', rule: 't3-col', boundTo: 'v1', ...written });
        await insertSignOff(tx, { id: randomUUID(), filingId: practiceId, hash: 'a', signedBy: 'h', signedAt: someDay });
        const submitted = { submittedBy: 'u', submittedAt: someDay };
        await insertSubmission(tx, { id: randomUUID(), filingId: practiceId, number: 1, content: '{}', hash: 'a', ...submitted });
        await setFilingStatus(tx, practiceId, { status: 'submitted', submissionNumber: 1, at: later });
      });
      const practice = await findPractice();
      await store().tx((tx) => emptyPractice(tx, practice, { status: 'open', by: 'u', at: later }));
      const { read } = store();
      expect([
        await listFigures(read, practiceId),
        await listTexts(read, practiceId),
        await listDeclarations(read, practiceId),
        await listRemarks(read, practiceId),
        await listExplanations(read, owner),
        await listSignOffs(read, practiceId),
      ]).toEqual([[], [], [], [], [], []]);
      expect(await listSubmissions(read, practiceId)).toMatchObject([{ number: 1, outcome: 'recalled', decidedBy: 'u', decidedAt: later }]);
      expect(await findPractice()).toMatchObject({ status: 'open', submissionNumber: 1 });
      expect(await listFigures(read, realId)).toHaveLength(1);
    });

    it('is the only filing that can be emptied', async () => {
      const real = await findFiling(store().read, realId);
      if (!real) throw new Error('the filing is there');
      const attempt = store().tx((tx) => emptyPractice(tx, real, { status: 'open', by: 'u', at: later }));
      await expect(attempt).rejects.toThrow(/counts/);
      expect(await listFigures(store().read, realId)).toHaveLength(1);
    });
  });

  describe('a signature inside the unit', () => {
    it('stands once under one content, by who gave it first; the oldest is read first', async () => {
      const first = { hash: 'a', signedBy: 'h', signedAt: someDay };
      const second = { hash: 'b', signedBy: 'h', signedAt: later };
      for (const one of [second, first, { ...first, signedBy: 'another', signedAt: later }])
        await store().tx((tx) => insertSignOff(tx, { id: randomUUID(), filingId: realId, ...one }));
      expect(await listSignOffs(store().read, realId)).toEqual([first, second]);
    });

    it('is asked for by the unit, and the filing brings that', async () => {
      expect((await findFiling(store().read, realId))?.needsSignOff).toBe(false);
      await store().tx((tx) => updateUnit(tx, unit.id, { needsSignOff: true }));
      expect((await findFiling(store().read, realId))?.needsSignOff).toBe(true);
    });
  });
}
