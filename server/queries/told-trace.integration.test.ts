import { eq } from 'drizzle-orm';
import superjson from 'superjson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPerson, insertPost, removeCheckedFigures, replaceCheckedFigures } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { root, seedYear, year } from '@/scripts/bench/roll-up/seed-year';
import { count } from '@/server/domain/figures';
import { isPlainZero, unpackUnit } from '@/server/domain/roll-up';
import { onWire } from '@/server/domain/wire';
import type { Actor } from '@/server/views/access';
import { firstUnits, fitting, openTrace, openUnits, tellTrace, tellUnits } from './told-trace';
import { traceReportCell } from './trace-cell';
import type { Keystroke } from './trace-people';
import { loadUnitTrends } from './trends';

const key = { unitId: root, year, scope: 'consolidated' as const, cell: 's3.granted.natural_person' };
const actor: Actor = {
  ...{ userId: 'admin', name: '管理员', username: 'admin', sessionId: 'session' },
  posts: [{ id: 'post', role: 'admin', unitId: root }],
};

describe('a typed cell of many units', () => {
  let fresh: FreshStore;
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    await seedYear(fresh.store, { units: 200, cells: 40 });
    await fresh.store.tx(async (tx) => {
      await insertPerson(tx, { id: 'admin', username: 'admin', name: '管理员', passwordHash: null, createdAt: new Date() });
      await insertPost(tx, { id: 'post', userId: 'admin', unitId: root, role: 'admin', startedAt: new Date() });
    });
  });
  afterAll(() => fresh.remove());

  it('comes with its first units and people, with how many there are, and with the names of these alone', async () => {
    const whole = await traceReportCell(fresh.store.read, actor, key);
    const told = await tellTrace(fresh.store.read, actor, key);
    if (told.trace.kind !== 'units' || whole.trace.kind !== 'units') throw new Error('a typed cell has units');
    const { packed, ...counts } = told.trace.units;
    const telling = whole.trace.units.filter((unit) => !isPlainZero(unit));
    expect(counts).toEqual({
      isWhole: false,
      all: whole.trace.units.length,
      in: whole.trace.units.filter((unit) => unit.lacks.length === 0).length,
      zeros: whole.trace.units.length - telling.length,
    });
    expect(packed.map(unpackUnit)).toEqual(telling.slice(0, firstUnits));
    expect(told.keystrokes).toEqual(whole.keystrokes.slice(0, told.keystrokes.length));
    expect(told.keystrokes.length).toBeGreaterThan(20);
    expect(told.furtherFigures + told.keystrokes.length).toBe(whole.furtherFigures + whole.keystrokes.length);
    expect(new Set(Object.keys(told.unitNames))).toEqual(
      new Set([...packed.map(([unit]) => unit), ...told.keystrokes.map((one) => one.unitId)]),
    );
    expect([told.printed, told.trace.figure]).toEqual([whole.printed, whole.trace.figure]);
  });

  it('is 20 kB at most', async () => {
    expect(Buffer.byteLength(JSON.stringify(await tellTrace(fresh.store.read, actor, key)))).toBeLessThanOrEqual(20_000);
  });

  it('names every correction, wherever it stands in the list', async () => {
    const slip = { slipId: 'slip', year, number: 1 };
    const at = (await traceReportCell(fresh.store.read, actor, key)).keystrokes.at(-1);
    expect((await tellTrace(fresh.store.read, actor, key)).keystrokes).not.toContainEqual(at);
    const corrected = fitting(
      {
        keystrokes: [
          { ...aKeystroke, slip: null },
          { ...aKeystroke, slip },
        ],
        unitNames: {},
      },
      0,
    );
    expect(corrected).toEqual([{ ...aKeystroke, slip }]);
  });

  it('tells the others when somebody asks, each as it is', async () => {
    const whole = await traceReportCell(fresh.store.read, actor, key);
    const rest = await tellUnits(fresh.store.read, actor, key);
    expect(rest?.units.isWhole).toBe(true);
    expect(rest?.units.packed.map(unpackUnit)).toEqual(whole.trace.kind === 'units' ? whole.trace.units : []);
    expect(rest?.unitNames).toEqual(whole.unitNames);
  });

  it('is told as the last time while nothing has changed, and after each change as it is then', async () => {
    const { store } = fresh;
    const of = { filingId: 'filing-7-2', unitId: 'unit-7', year, quarter: 2, submissionNumber: 1 };
    const { units, users, filings } = store.read.t;
    const changes: (() => Promise<unknown>)[] = [
      async () => {},
      () => store.tx((tx) => replaceCheckedFigures(tx, of, new Map([[key.cell, count(4_711)]]))),
      () => store.tx((tx) => tx.db.update(units).set({ name: '改名单位' }).where(eq(units.id, 'unit-1'))),
      () => store.tx((tx) => tx.db.update(users).set({ name: '改名人员' })),
      () => store.tx((tx) => removeCheckedFigures(tx, of.filingId)),
      () =>
        store.tx((tx) =>
          tx.db
            .update(units)
            .set({ closesOn: `${year}-05-31` })
            .where(eq(units.id, 'unit-2')),
        ),
      () => store.tx((tx) => tx.db.update(filings).set({ status: 'returned' }).where(eq(filings.id, 'filing-3-1'))),
    ];
    const total = { ...key, cell: 's3.granted.total' };
    for (const change of changes) {
      await change();
      const [first, told] = [await openTrace(store, actor, key), await openUnits(store, actor, key)];
      expect([first, told]).toEqual([await tellTrace(store.read, actor, key), await tellUnits(store.read, actor, key)]);
      expect(await openTrace(store, actor, total)).toEqual(await tellTrace(store.read, actor, total));
      expect([await openTrace(store, actor, key), await openUnits(store, actor, key)]).toEqual([first, told]);
      expect(await openTrace(store, actor, key)).toBe(first);
    }
    const nobody = { ...actor, posts: [] };
    await expect(openTrace(store, nobody, key)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is plain JSON, and goes as it is', async () => {
    for (const answer of [
      await tellTrace(fresh.store.read, actor, key),
      await tellTrace(fresh.store.read, actor, { ...key, cell: 's3.granted.total' }),
      await tellUnits(fresh.store.read, actor, key),
      await loadUnitTrends(fresh.store.read, actor, { unitId: root, year, measure: 'received', limit: 60 }),
    ]) {
      expect(onWire(answer)).toEqual({ json: answer });
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      expect(superjson.serialize(answer).meta?.values).toBeUndefined();
    }
  });
});

const aKeystroke: Keystroke = {
  ...{ unitId: 'unit', quarter: 1, cell: key.cell, filingId: 'filing', raw: '1', savedBy: '填报员', savedAt: '', submissionNumber: 1 },
  ...{ submittedBy: '填报员', approvedBy: '审核员', approvedAt: '', slip: null },
};
