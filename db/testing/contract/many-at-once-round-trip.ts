import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  dropReportStanding,
  findFiling,
  findFilingOf,
  findFilings,
  findFilingsOf,
  findUnit,
  findUnits,
  insertDeclaration,
  insertReport,
  keepReportStanding,
  latestEditionOf,
  latestEvents,
  latestOfKinds,
  listDeclarations,
  listDeclarationsOf,
  listFigures,
  listFiguresOf,
  listOpeningBalances,
  listReportStandings,
  listTexts,
  listTextsOf,
  newestEditionsOf,
  openingBalancesOf,
  quarterKey,
  recordEvents,
  type Store,
  updateUnit,
  upsertFigure,
  upsertOpeningBalance,
  upsertText,
} from '../../store';
import { aFiling, anEvent, aUnit, someDay } from '../rows';

const year = 2041;

/** What is asked of many at once is what each would say, on either engine. */
export function manyAtOnceContract(store: () => Store): void {
  it('says of each filing and unit what it says of one, and nothing of one that is not there', async () => {
    const units = [await aUnit(store()), await aUnit(store()), await aUnit(store())];
    const ids = [];
    for (const [index, unit] of units.entries()) {
      const filingId = await aFiling(store(), { unitId: unit.id, year, quarter: 1 });
      ids.push(filingId);
      const by = { savedBy: 'a', savedAt: someDay };
      await store().tx(async (tx) => {
        for (const cell of ['s2.penalty', 's2.licensing'].slice(0, index))
          await upsertFigure(tx, filingId, { cell, raw: '7', figure: { state: 'number', value: 7, decimals: 0 }, version: 1, ...by });
        if (index !== 1) await insertDeclaration(tx, filingId, { section: '4', declaredBy: 'a', declaredAt: someDay });
        if (index > 0) await upsertText(tx, filingId, { key: 'contribution', text: `第${index}`, version: 1, ...by });
        const set = { value: index, decimals: 0, reason: '年报', setBy: 'a', setAt: someDay };
        await upsertOpeningBalance(tx, unit.id, year, { cell: 's3.carried_in.natural_person', ...set });
      });
    }
    const { read } = store();
    const asked = [...ids, 'no such filing'];
    const [figures, declarations, texts] = [
      await listFiguresOf(read, asked),
      await listDeclarationsOf(read, asked),
      await listTextsOf(read, asked),
    ];
    for (const id of asked) {
      expect(figures.get(id) ?? []).toEqual(await listFigures(read, id));
      expect(declarations.get(id) ?? []).toEqual(await listDeclarations(read, id));
      expect(texts.get(id) ?? []).toEqual(await listTexts(read, id));
    }
    const filings = await findFilings(read, asked);
    const quarters = await findFilingsOf(read, [
      ...units.map(({ id }) => ({ unitId: id, year, quarter: 1 })),
      { unitId: 'none', year, quarter: 2 },
    ]);
    const known = await findUnits(read, [...units.map(({ id }) => id), 'none']);
    const balances = await openingBalancesOf(
      read,
      units.map(({ id }) => id),
      year,
    );
    expect([filings.size, quarters.size, known.size]).toEqual([3, 3, 3]);
    for (const [index, { id }] of units.entries()) {
      expect(filings.get(ids[index] ?? '')).toEqual(await findFiling(read, ids[index] ?? ''));
      expect(quarters.get(quarterKey({ unitId: id, year, quarter: 1 }))).toEqual(await findFilingOf(read, id, year, 1));
      expect(known.get(id)).toEqual(await findUnit(read, id));
      expect(balances.get(id)).toEqual(await listOpeningBalances(read, id, year));
    }
    expect(
      await newestEditionsOf(
        read,
        units.map(({ id }) => ({ unitId: id, year, scope: 'own_organ' as const })),
      ),
    ).toEqual(new Map());
    expect(await latestEditionOf(read, units[0]?.id ?? '', year, 'own_organ')).toBeNull();
  });

  it('finds the newest events of some kinds, however rare, as going through all of them does', async () => {
    const kinds = ['figure.saved', 'text.saved', 'slip.withdrawn'];
    await store().tx((tx) =>
      recordEvents(
        tx,
        [...Array(9).keys()].map((index) => anEvent({ kind: (kinds[index % 4] ?? 'filing.recalled') as 'figure.saved' })),
      ),
    );
    for (const some of [['slip.withdrawn'], ['figure.saved', 'slip.withdrawn'], kinds, ['never.happened'], []])
      for (const limit of [1, 3, 50]) {
        const plain = some.length === 0 ? [] : await latestEvents(store().read, { kinds: some, limit });
        expect(await latestOfKinds(store().read, { kinds: some, limit })).toEqual(plain);
        const before = plain.at(-1)?.seq ?? 5;
        const earlier = some.length === 0 ? [] : await latestEvents(store().read, { kinds: some, limit, before });
        expect(await latestOfKinds(store().read, { kinds: some, limit, before })).toEqual(earlier);
      }
  });

  it('keeps how reports stand, until an event over their unit or its successor, or over all, moves them', async () => {
    const top = await aUnit(store(), { kind: 'government' });
    const [own, heir, other] = [await aUnit(store(), { under: top }), await aUnit(store(), { under: top }), await aUnit(store())];
    await store().tx((tx) => updateUnit(tx, own.id, { closesOn: `${year}-03-31`, successorId: heir.id }));
    const reports = [top, own, heir, other].map((unit) => ({ id: randomUUID(), unitId: unit.id, year, scope: 'own_organ' as const }));
    const ids = reports.map((report) => report.id);
    const kept = { rules: 'pack', hashes: { 'table:t2': 'a' }, restated: { 'filing cell': null } };
    const keep = () =>
      store().tx(async (tx) => {
        for (const reportId of ids) await keepReportStanding(tx, { reportId, ...kept });
      });
    const fresh = async () => {
      const standings = await listReportStandings(store().read, ids);
      return ids.map((id) => standings.get(id)?.isFresh);
    };
    await store().tx(async (tx) => {
      for (const report of reports) await insertReport(tx, { ...report, createdAt: someDay });
    });
    await keep();
    const of = (kind: string, unitId: string | null) =>
      store().tx((tx) => recordEvents(tx, [anEvent({ kind: kind as 'figure.saved', unitId })]));
    await of('figure.saved', own.id);
    expect(await fresh()).toEqual([true, true, true, true]);
    await of('filing.approved', heir.id);
    expect(await fresh()).toEqual([false, true, false, true]);
    await keep();
    expect((await listReportStandings(store().read, ids)).get(ids[0] ?? '')).toEqual({ reportId: ids[0], mark: 1, isFresh: true, ...kept });
    await of('filing.approved', own.id);
    expect(await fresh()).toEqual([false, false, false, true]);
    await keep();
    await of('rule.wording_changed', null);
    expect(await fresh()).toEqual([false, false, false, false]);
    await store().tx((tx) => dropReportStanding(tx, ids[0] ?? ''));
    expect((await fresh())[0]).toBeUndefined();
  });
}
