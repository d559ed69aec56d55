import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '@/server/domain/figures';
import {
  answerRemark,
  answerRuleNote,
  checkedBooksOf,
  countersignExplanation,
  decideSubmission,
  deleteDeclaration,
  findExplanation,
  findFigure,
  findFiling,
  findFilingOf,
  findRemark,
  findRuleNote,
  findSubmission,
  insertDeclaration,
  insertExplanation,
  insertFiling,
  insertRemark,
  insertRuleNote,
  insertSubmission,
  listCheckedFigures,
  listDeclarations,
  listExplanations,
  listFigures,
  listFilings,
  listOpeningBalances,
  listPastBooks,
  listPastFigures,
  listPeerBooks,
  listRemarks,
  listRuleNotes,
  listSubmissions,
  listTexts,
  listTyped,
  listUnsignedExceptions,
  openRemarkIds,
  removeCheckedFigures,
  replaceCheckedFigures,
  ruleNotesOf,
  type Store,
  type StoredFigure,
  setFilingStatus,
  sumCheckedFigures,
  type Unit,
  upsertFigure,
  upsertOpeningBalance,
  upsertText,
} from '../../store';
import { aFiling, aUnit, someDay } from '../rows';

const later = new Date('2026-04-09T08:00:00.000Z');
const year = 2032;

/** Whatever is written of a filing reads back as it was, on either engine. */
export function filingContract(store: () => Store): void {
  let unit: Unit;
  let other: Unit;
  let filingId: string;

  beforeAll(async () => {
    const district = await aUnit(store(), { kind: 'government' });
    unit = await aUnit(store(), { under: district, name: '示例区财政局', powers: ['licensing'], sort: 2 });
    other = await aUnit(store(), { under: district, sort: 1 });
    filingId = await aFiling(store(), { unitId: unit.id, year, quarter: 1 });
  });

  describe('a filing', () => {
    it('brings its unit, its form and its due day, and is found by id and by period', async () => {
      const filing = {
        id: filingId,
        unitId: unit.id,
        unitName: '示例区财政局',
        unitPath: unit.path,
        powers: ['licensing'],
        needsSignOff: false,
        year,
        quarter: 1,
        status: 'open',
        submissionNumber: 0,
        isPractice: false,
        format: '2021',
        rowVariant: 'other_three',
        dueOn: `${year}-02-15`,
        quarterDueOn: `${year}-02-15`,
        extension: null,
        extensionAsk: null,
      };
      expect(await findFiling(store().read, filingId)).toEqual(filing);
      expect(await findFilingOf(store().read, unit.id, year, 1)).toEqual(filing);
      expect([await findFiling(store().read, 'no such filing'), await findFilingOf(store().read, unit.id, year, 3)]).toEqual([null, null]);
    });

    it('is there once when it is created twice', async () => {
      await store().tx((tx) => insertFiling(tx, { id: randomUUID(), unitId: unit.id, year, quarter: 1, at: later }));
      expect((await findFilingOf(store().read, unit.id, year, 1))?.id).toBe(filingId);
    });

    it('is listed by unit, subtree, period and status, in the order of quarters and of the office’s list', async () => {
      const second = await aFiling(store(), { unitId: unit.id, year, quarter: 2 });
      const others = await aFiling(store(), { unitId: other.id, year, quarter: 2 });
      await store().tx((tx) => setFilingStatus(tx, others, { status: 'submitted', submissionNumber: 1, at: later }));
      const ids = async (filter: Parameters<typeof listFilings>[1]) => (await listFilings(store().read, filter)).map((filing) => filing.id);
      expect(await ids({ year })).toEqual([filingId, others, second]);
      expect(await ids({ year, under: unit.path })).toEqual([filingId, second]);
      expect(await ids({ year, quarter: 2, unitIds: [unit.id, other.id] })).toEqual([others, second]);
      expect(await ids({ year, statuses: ['submitted'] })).toEqual([others]);
      expect(await ids({ year, unitIds: [] })).toEqual([]);
    });
  });

  describe('a figure', () => {
    const figure = (over: Partial<StoredFigure>): StoredFigure => ({
      cell: 's3.granted.natural_person',
      raw: '37',
      figure: { state: 'number', value: 37, decimals: 0 },
      version: 1,
      savedBy: 'u',
      savedAt: someDay,
      ...over,
    });

    it('keeps a number, printed decimals, 不适用, a blank and what could not be read, each as itself', async () => {
      const figures = [
        figure({}),
        figure({ cell: 's2.admin_fees', raw: '59237.2449', figure: { state: 'number', value: 59_237_244_900, decimals: 4 } }),
        figure({ cell: 's2.licensing_decisions', raw: '不适用', figure: { state: 'not_applicable' } }),
        figure({ cell: 's3.granted.other_org', raw: '', figure: { state: 'not_filled' } }),
        figure({ cell: 's3.new_received.other_org', raw: '约３', figure: { state: 'unreadable', raw: '约３' } }),
      ];
      await store().tx(async (tx) => {
        for (const one of figures) await upsertFigure(tx, filingId, one);
      });
      expect(await listFigures(store().read, filingId)).toEqual([...figures].sort((a, b) => (a.cell < b.cell ? -1 : 1)));
      const some = [figures[0], figures[4]];
      const typed = await listTyped(
        store().read,
        [filingId, 'no such filing'],
        some.map((one) => one?.cell ?? ''),
      );
      expect(typed.toSorted((a, b) => (a.cell < b.cell ? -1 : 1))).toEqual(some.map((one) => ({ ...one, filingId })));
      expect(await listTyped(store().read, [], ['s2.admin_fees'])).toEqual([]);
    });

    it('is replaced by its next version', async () => {
      const next = figure({ raw: '38', figure: { state: 'number', value: 38, decimals: 0 }, version: 2, savedBy: 'v', savedAt: later });
      await store().tx((tx) => upsertFigure(tx, filingId, next));
      expect(await findFigure(store().read, filingId, next.cell)).toEqual(next);
      expect(await findFigure(store().read, filingId, 's3.granted.other')).toBeNull();
    });

    it('is seen by the transaction that wrote it and, until the commit, by nobody else', async () => {
      const next = figure({ raw: '39', figure: { state: 'number', value: 39, decimals: 0 }, version: 3 });
      await store().tx(async (tx) => {
        await upsertFigure(tx, filingId, next);
        expect((await findFigure(tx, filingId, next.cell))?.raw).toBe('39');
        if (store().engine === 'sqlite') expect((await findFigure(store().read, filingId, next.cell))?.raw).toBe('38');
      });
      expect((await findFigure(store().read, filingId, next.cell))?.raw).toBe('39');
    });
  });

  describe('the parts of a filing', () => {
    it('keeps a text under its newest version', async () => {
      const text = { key: 'contribution', text: '本季度公开 3 件。', version: 1, savedBy: 'u', savedAt: someDay };
      const next = { ...text, text: '本季度公开 4 件。\n另有说明。', version: 2, savedBy: 'v', savedAt: later };
      for (const one of [text, next]) await store().tx((tx) => upsertText(tx, filingId, one));
      expect(await listTexts(store().read, filingId)).toEqual([next]);
    });

    it('keeps the first declaration of a section until it is taken back', async () => {
      const first = { section: '3' as const, declaredBy: 'u', declaredAt: someDay };
      await store().tx((tx) => insertDeclaration(tx, filingId, first));
      await store().tx((tx) => insertDeclaration(tx, filingId, { ...first, declaredBy: 'v', declaredAt: later }));
      expect(await listDeclarations(store().read, filingId)).toEqual([first]);
      await store().tx((tx) => deleteDeclaration(tx, filingId, '3'));
      expect(await listDeclarations(store().read, filingId)).toEqual([]);
    });

    it('keeps a remark open until it is answered', async () => {
      const remark = {
        id: randomUUID(),
        filingId,
        submissionNumber: 1,
        anchor: 'text',
        text: '请补充。',
        writtenBy: 'r',
        writtenAt: someDay,
      };
      await store().tx((tx) => insertRemark(tx, remark));
      const open = { ...remark, answer: null, answerText: null, answeredBy: null, answeredAt: null };
      expect([await findRemark(store().read, remark.id), await openRemarkIds(store().read, filingId)]).toEqual([open, [remark.id]]);
      const answer = { answer: 'not_changed', answerText: '口径一致。', answeredBy: 'u', answeredAt: later } as const;
      await store().tx((tx) => answerRemark(tx, remark.id, answer));
      expect(await listRemarks(store().read, filingId)).toEqual([{ ...remark, ...answer }]);
      expect(await openRemarkIds(store().read, filingId)).toEqual([]);
    });

    it('keeps an exception waiting until it is countersigned, apart from explanations and other owners', async () => {
      const owner = { ownerType: 'filing', ownerId: filingId } as const;
      const written = { rule: 't3-col', boundTo: 'v1', text: '系统切换遗留一件。', writtenBy: 'u', writtenAt: someDay };
      const exception = { id: randomUUID(), kind: 'exception' as const, ...written };
      const explanation = { id: randomUUID(), kind: 'explanation' as const, ...written, writtenAt: later };
      await store().tx(async (tx) => {
        await insertExplanation(tx, owner, exception);
        await insertExplanation(tx, owner, explanation);
        await insertExplanation(tx, { ownerType: 'report', ownerId: filingId }, { ...explanation, id: randomUUID() });
      });
      const unsigned = { countersignedBy: null, countersignedAt: null };
      const unsignedOf = async () =>
        (await listUnsignedExceptions(store().read, { isPractice: false })).filter((one) => one.filingId === filingId);
      expect(await listExplanations(store().read, owner)).toEqual([
        { ...exception, ...unsigned },
        { ...explanation, ...unsigned },
      ]);
      const { name: unitName, path: unitPath } = unit;
      const waits = { filingId, unitName, unitPath, year, quarter: 1, status: 'open' };
      expect(await unsignedOf()).toEqual([{ ...exception, ...unsigned, ...waits }]);
      await store().tx((tx) => countersignExplanation(tx, exception.id, 'r', later));
      expect(await findExplanation(store().read, exception.id)).toEqual({
        ...exception,
        countersignedBy: 'r',
        countersignedAt: later,
        ...owner,
      });
      expect(await unsignedOf()).toEqual([]);
    });

    it('keeps what is said of a rule with its answer, by owner and by unit, the newest first', async () => {
      const owner = { ownerType: 'filing', ownerId: filingId } as const;
      const first = { id: randomUUID(), rule: 't3-col', ...owner, unitId: unit.id, text: '口径不同。', writtenBy: 'u', writtenAt: someDay };
      const second = { ...first, id: randomUUID(), writtenAt: later };
      for (const note of [first, second, { ...first, id: randomUUID(), ownerId: 'another', unitId: (await aUnit(store())).id }])
        await store().tx((tx) => insertRuleNote(tx, note));
      const open = { answerText: null, answeredBy: null, answeredAt: null };
      expect(await listRuleNotes(store().read, [unit.id])).toEqual([
        { ...second, ...open },
        { ...first, ...open },
      ]);
      expect(await listRuleNotes(store().read, [])).toEqual([]);
      const answer = { answerText: '依格式说明。', answeredBy: 'a', answeredAt: later };
      await store().tx((tx) => answerRuleNote(tx, first.id, answer));
      expect(await findRuleNote(store().read, first.id)).toEqual({ ...first, ...answer });
      expect(await ruleNotesOf(store().read, owner)).toEqual([
        { ...first, ...answer },
        { ...second, ...open },
      ]);
    });

    it('keeps submissions by number, each with its decision', async () => {
      const first = {
        id: randomUUID(),
        filingId,
        number: 1,
        content: '{"a":1}',
        hash: 'h1',
        submittedBy: 'u',
        submittedAt: someDay,
        earlyReason: null,
      };
      const second = { ...first, earlyReason: '季度没有结束就报送的理由。', id: randomUUID(), number: 2, hash: 'h2', submittedAt: later };
      for (const one of [second, first]) await store().tx((tx) => insertSubmission(tx, one));
      const decision = { outcome: 'returned', decidedBy: 'r', decidedAt: later, returnReason: '请核对。' } as const;
      await store().tx((tx) => decideSubmission(tx, filingId, 1, decision));
      const pending = { outcome: 'pending', decidedBy: null, decidedAt: null, returnReason: null };
      expect(await listSubmissions(store().read, filingId)).toEqual([
        { ...first, ...decision },
        { ...second, ...pending },
      ]);
      expect(await findSubmission(store().read, filingId, 2)).toEqual({ ...second, ...pending });
      expect(await findSubmission(store().read, filingId, 3)).toBeNull();
    });

    it('keeps the newest opening balance of a cell', async () => {
      const balance = { cell: 's3.carried_in.natural_person', value: 4, decimals: 0, reason: '上年度年报', setBy: 'a', setAt: someDay };
      for (const value of [4, 5]) await store().tx((tx) => upsertOpeningBalance(tx, unit.id, year, { ...balance, value }));
      expect(await listOpeningBalances(store().read, unit.id, year)).toEqual([{ ...balance, value: 5 }]);
      expect(await listOpeningBalances(store().read, unit.id, year + 1)).toEqual([]);
    });
  });

  describe('checked figures', () => {
    const cell = 's3.granted.natural_person';
    let mine: { filingId: string; unitId: string; year: number; quarter: number; submissionNumber: number };
    let theirs: typeof mine;
    beforeAll(async () => {
      const of = async (unitId: string) => ({
        filingId: await aFiling(store(), { unitId, year, quarter: 4 }),
        unitId,
        year,
        quarter: 4,
        submissionNumber: 1,
      });
      [mine, theirs] = [await of(unit.id), await of(other.id)];
    });

    it('hold numbers and 不适用 of the newest approval, and nothing of what it replaced', async () => {
      await store().tx((tx) =>
        replaceCheckedFigures(
          tx,
          mine,
          new Map([
            [cell, { state: 'number', value: 3, decimals: 0 }],
            ['s2.admin_fees', { state: 'number', value: 5, decimals: 2 }],
          ]),
        ),
      );
      const book = new Map([
        [cell, { state: 'number' as const, value: 4, decimals: 0 }],
        ['s2.licensing_decisions', { state: 'not_applicable' as const }],
      ]);
      await store().tx((tx) => replaceCheckedFigures(tx, { ...mine, submissionNumber: 2 }, book));
      expect(await checkedBooksOf(store().read, unit.id, year)).toEqual(new Map([[4, book]]));
      expect(await listCheckedFigures(store().read, year, [cell], [unit.id, other.id])).toMatchObject([
        { unitId: unit.id, quarter: 4, cell, figure: { state: 'number', value: 4 }, filingId: mine.filingId, submissionNumber: 2 },
      ]);
    });

    it('are summed by quarter over the units that are asked for: 4 + 6 = 10', async () => {
      await store().tx((tx) => replaceCheckedFigures(tx, theirs, new Map([[cell, { state: 'number', value: 6, decimals: 0 }]])));
      const sumOf = async (unitIds: string[] | null) => (await sumCheckedFigures(store().read, year, unitIds)).get(4)?.get(cell);
      expect(await sumOf(null)).toEqual({ state: 'number', value: 10, decimals: 0 });
      expect(await sumOf([other.id])).toEqual({ state: 'number', value: 6, decimals: 0 });
      expect(await sumOf([])).toBeUndefined();
      await store().tx((tx) => removeCheckedFigures(tx, theirs.filingId));
      expect(await sumOf(null)).toEqual({ state: 'number', value: 4, decimals: 0 });
    });

    it('and typed figures of a unit are found by cell, quarter by quarter, from before a quarter', async () => {
      const past = (before: number, most: number) =>
        listPastFigures(store().read, unit.id, [cell], { before: { year: year + 1, quarter: before }, most });
      expect(await past(1, 1)).toEqual([{ year, quarter: 4, cell, figure: { state: 'number', value: 4, decimals: 0 }, isApproved: true }]);
      expect(await past(4, 3)).toEqual([]);
    });

    it('are found before a quarter, the oldest first, and beside it of units of the same kind that have not closed', async () => {
      const street = await aUnit(store(), { kind: 'street' });
      const alike = [await aUnit(store(), { kind: 'street' }), await aUnit(store(), { kind: 'street' })];
      const others = [await aUnit(store(), { kind: 'street', closesOn: '2024-12-31' }), await aUnit(store(), { kind: 'office' })];
      const figure = (value: number) => ({ state: 'number' as const, value, decimals: 0 });
      const approve = async (unitId: string, bookYear: number, quarter: number, value: number) => {
        const filingId = await aFiling(store(), { unitId, year: bookYear, quarter });
        const book = new Map<string, Figure>([
          [cell, figure(value)],
          ['s2.licensing_decisions', { state: 'not_applicable' }],
        ]);
        await store().tx((tx) => replaceCheckedFigures(tx, { unitId, filingId, year: bookYear, quarter, submissionNumber: 1 }, book));
      };
      for (const [bookYear, quarter, value] of [
        [2024, 1, 5],
        [2023, 4, 4],
        [2023, 1, 1],
        [2022, 4, 9],
        [2024, 2, 6],
      ] as const)
        await approve(street.id, bookYear, quarter, value);
      const now = { unitIds: [street.id, alike[0]?.id ?? ''], year: 2024, quarter: 2 };
      const before = await listPastBooks(store().read, now, 5);
      const past = before.get(street.id) ?? [];
      expect(past.map((book) => [book.year, book.quarter, book.figures.get(cell)])).toEqual([
        [2023, 1, figure(1)],
        [2023, 4, figure(4)],
        [2024, 1, figure(5)],
      ]);
      expect(past[0]?.figures.get('s2.licensing_decisions')).toEqual({ state: 'not_applicable' });
      expect([...before.keys()]).toEqual([street.id]);

      for (const [index, one] of [...alike, ...others].entries()) await approve(one.id, 2024, 2, 10 + index);
      await approve(alike[0]?.id ?? '', 2024, 1, 99);
      const all = await listPeerBooks(store().read, now, 10);
      const peers = all.get(street.id) ?? [];
      expect(peers.map((book) => [book.year, book.quarter])).toEqual([
        [2024, 2],
        [2024, 2],
      ]);
      const values = peers.map((book) => (book.figures.get(cell) as { value: number }).value);
      expect(values.toSorted((a, b) => a - b)).toEqual([10, 11]);
      // A unit is not its own peer, and leaves none of the others out.
      const ofPeer = (all.get(alike[0]?.id ?? '') ?? []).map((book) => (book.figures.get(cell) as { value: number }).value);
      expect(ofPeer.toSorted((a, b) => a - b)).toEqual([6, 11]);
      expect([...(await listPeerBooks(store().read, now, 1)).values()].map((some) => some.length)).toEqual([1, 1]);
    });

    it('are refused by name when their row or its list of cells is damaged, and are whole again with it', async () => {
      const { checkedBooks, cellLists } = store().read.t;
      const [row] = await store().read.db.select().from(checkedBooks).where(eq(checkedBooks.filingId, mine.filingId));
      const hash = row?.cellList ?? '';
      const keep = (figures: string) =>
        store().tx(async ({ db }) => void (await db.update(checkedBooks).set({ figures }).where(eq(checkedBooks.filingId, mine.filingId))));
      const name = (cells: string) =>
        store().tx(async ({ db }) => void (await db.update(cellLists).set({ cells }).where(eq(cellLists.hash, hash))));
      const sum = () => sumCheckedFigures(store().read, year, [unit.id]);
      const whole = await sum();
      await keep('1;/,5;4');
      await expect(sum()).rejects.toThrow(`the approved figures of filing ${mine.filingId} cannot be read`);
      await keep(row?.figures ?? '');
      await name(`s2.licensing_decisions,${cell}.other`);
      await expect(sum()).rejects.toThrow(`cell list ${hash} is damaged`);
      await name(`s2.licensing_decisions,${cell}`);
      expect(await sum()).toEqual(whole);
    });

    it('do not sum a cell that one of the filings does not know: never smaller, but not known', async () => {
      await store().tx((tx) =>
        replaceCheckedFigures(
          tx,
          theirs,
          new Map([
            ['s2.penalty_decisions', { state: 'number', value: 6, decimals: 0 }],
            [cell, { state: 'number', value: 6, decimals: 0 }],
          ]),
        ),
      );
      const sums = (await sumCheckedFigures(store().read, year, null)).get(4);
      expect([sums?.has('s2.penalty_decisions'), sums?.has(cell)]).toEqual([false, true]);
    });
  });
}
