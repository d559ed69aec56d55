import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '@/server/audit/verify-chain';
import type { EventFacts } from '@/server/domain/audit';
import { walkChain } from '../backup/facts';
import { chained, formerEvents } from '../testing/former-events';
import type { FreshStore } from '../testing/fresh-store';
import { anEvent } from '../testing/rows';
import { type OldDatabase, postgresBefore, sqliteBefore } from '../testing/store-before';
import { writableLog } from '../testing/writable-log';
import { eventHead, latestOfKinds, listEvents, newestActs, recordEvents } from './events';
import { eventsAfterOfAnyVersion } from './log-rows';

const cell = 's3.granted.natural_person';
const clerk: Partial<EventFacts> = {
  actorId: 'clerk',
  unitId: 'unit',
  objectId: 'filing',
  sessionHash: 'e224313a4d08016a',
  ip: '10.1.2.3',
};
const saved = (more: object, facts: Partial<EventFacts> = {}) =>
  anEvent({ ...clerk, payload: { cell, before: null, after: '37', version: 1, ...more }, ...facts } as Partial<EventFacts<'figure.saved'>>);

/** What offices have written, and what is written otherwise than the program writes it. */
const facts = [
  saved({}, { requestId: '33da3a3bb016' }),
  saved({ before: '37', after: '38', version: 2, reading: '38' }, { requestId: '0f3a5c1e-8c52-4a0e-9d39-3a2f4f5d6e70' }),
  saved({ cell: 's2.licences', after: ' 12,5 ', pasted: true, reading: 'unreadable' }, { requestId: 'cli-0f3a5c1e' }),
  saved({ cell: 'x.长'.repeat(60), after: '0' }, { at: '2026-04-08T02:30:00Z' }),
  saved({ after: '“7”\\\n\t\u0001😀', version: 9_007_199_254_740_991 }, { at: '1969-12-31T23:59:59.999Z' }),
  anEvent({
    kind: 'filing.returned',
    payload: { number: 1, reason: '请核对', remarks: [{ id: 'r', anchor: cell, text: '请核' }] },
  } as never),
  anEvent({ kind: 'indicator.defined', payload: { year: 2026, key: 'k', after: { a: null, b: [1.5, 1e21, true, { c: [] }] } } } as never),
  anEvent({ kind: 'three_roles.reunited', payload: {}, objectType: 'office', objectId: 'office', actorId: null, period: null } as never),
  anEvent({ kind: 'refused', payload: { act: 'a', code: 'c', sentence: 's', 'odd key': [null], '1': 2 }, reason: '1:理由-' } as never),
  saved({ after: null, reading: '37' }, { actorName: '2:ab', reason: '' }),
  saved({ before: '38', after: '39', version: 3, reading: '39' }, { requestId: 'ABCDEF' }),
] as EventFacts[];

const events = chained(facts);

const onSqlite = { no: '0', day: '0' };
const onPostgres = { no: 'false', day: "'2026-04-08T02:30:00Z'" };

async function fill(old: OldDatabase, { no, day }: typeof onSqlite): Promise<void> {
  await old.run(formerEvents(events));
  await old.run(`insert into units (id, path, name, kind, powers, sort, opens_on, needs_sign_off)
    values ('unit', '/unit/', '一局', 'department', '[]', 1, '2020-01-01', ${no})`);
  await old.run(`insert into filings (id, unit_id, year, quarter, status, submission_number, updated_at)
    values ('filing', 'unit', 2026, 1, 'open', 0, ${day})`);
  await old.run(`insert into figures (filing_id, cell, raw, state, value, decimals, version, saved_by, saved_at)
    values ('filing', '${cell}', ' 39', 'number', 39, 0, 3, 'clerk', ${day})`);
}

describe.each([
  ['SQLite', sqliteBefore, onSqlite],
  ['PostgreSQL', postgresBefore, onPostgres],
] as const)('a log of %s in its former form', (_, before, said) => {
  let fresh: FreshStore;
  beforeAll(async () => {
    const old = await before('small_events');
    await fill(old, said);
    fresh = await old.bringUpToDate();
  });
  afterAll(() => fresh.remove());

  it('says what it said, to the letter of what was hashed', async () => {
    const { read } = fresh.store;
    expect(await listEvents(read, { limit: 100 })).toEqual(events);
    expect(await verifyChain(read)).toMatchObject({ events: events.length, head: events.at(-1)?.hash, fault: null });
  });

  it('shows the same to whoever asks in SQL, and in every version of the program', async () => {
    const { read } = fresh.store;
    expect(await eventsAfterOfAnyVersion(read, 0, 100)).toEqual(events);
    expect(await verifyChain(read, [], undefined, null, eventsAfterOfAnyVersion)).toMatchObject({ fault: null, events: events.length });
  });

  it('goes on past as many words as 16 bits count', async () => {
    const { store } = fresh;
    const last = await eventHead(store.read);
    const undone = store.tx(async (tx) => {
      await tx.db.insert(tx.t.eventWords).values({ id: 70_000, word: '["far"]' });
      await recordEvents(tx, [anEvent({ kind: 'year.opened', payload: { year: 2027 } } as never)]);
      expect((await listEvents(tx, { limit: 100 })).at(-1)?.kind).toBe('year.opened');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await eventHead(store.read)).toEqual(last);
  });

  it('is asked by object, person and kind', async () => {
    const { read } = fresh.store;
    const ofFiling = events.filter(({ objectId }) => objectId === 'filing');
    expect(await listEvents(read, { objectType: 'filing', objectId: 'filing', limit: 100 })).toEqual(ofFiling);
    expect(await listEvents(read, { kindPrefix: 'figure.', after: 2, limit: 2 })).toEqual(
      events.filter(({ kind, seq }) => kind === 'figure.saved' && seq > 2).slice(0, 2),
    );
    expect(await newestActs(read, { type: 'filing', id: 'filing' })).toEqual([
      { kind: 'figure.saved', actorId: 'clerk', seq: ofFiling.at(-1)?.seq },
    ]);
    for (const kind of ['figure.saved', 'refused', 'filing.returned'])
      expect(await latestOfKinds(read, { kinds: [kind], limit: 3 })).toEqual(
        events
          .filter((event) => event.kind === kind)
          .toReversed()
          .slice(0, 3),
      );
  });

  it('goes on: what is recorded next shares what was said before', async () => {
    const { store } = fresh;
    await store.tx((tx) => recordEvents(tx, [...facts, ...facts]));
    const all = await listEvents(store.read, { limit: 100 });
    expect(all.slice(events.length).map(({ seq: _seq, prev: _prev, hash: _hash, ...fact }) => fact)).toEqual([...facts, ...facts]);
    expect(await eventsAfterOfAnyVersion(store.read, 0, 100)).toEqual(all);
    expect(await verifyChain(store.read)).toMatchObject({ fault: null, events: 3 * events.length });
    expect((await store.read.db.select().from(store.read.t.eventCircumstances)).length).toBeLessThanOrEqual(events.length);
  });
});

it('nobody can be at any part of a packed log so that it reads otherwise, or take a row away, unseen', async () => {
  const old = await sqliteBefore('small_events');
  await fill(old, onSqlite);
  const fresh = await old.bringUpToDate();
  const plain = new Database(fresh.file);
  const { read } = fresh.store;
  const head = await eventHead(read);
  const ask = async (sql: string) => plain.prepare(sql).all() as Record<string, unknown>[];
  /** By the program, and by whoever knows no more of a database than `events`. */
  const isSeen = async () => {
    const chain = await verifyChain(read, [{ ...head, of: 'event', from: '' }]);
    const walked = await walkChain(ask, head);
    return [chain.fault !== null || !chain.heads[0]?.found, walked.fault !== null || !walked.holds || walked.head.seq < head.seq];
  };
  const asRead = async () =>
    [await listEvents(read, { limit: 100 }), await ask('select * from events order by seq')].map((one) => JSON.stringify(one));
  const before = await asRead();
  try {
    plain.exec(writableLog);
    for (const [table, key] of [...Object.entries({ logged_events: 'seq', event_circumstances: 'id', event_words: 'id' })]) {
      const columns = (plain.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      plain.exec(`create table kept as select * from ${table}`);
      for (const row of plain.prepare(`select ${key} from ${table}`).pluck().all() as number[]) {
        const changes = columns
          .filter((name) => name !== key && name !== 'key')
          .map((name) => `update ${table} set ${name} = ${other(name)}`);
        for (const change of [`delete from ${table}`, ...changes]) {
          plain.exec(`${change} where ${key} = ${row}`);
          const isOther = (await asRead()).map((one, index) => one !== before[index]);
          expect([change, row, await isSeen()]).toEqual([change, row, isOther]);
          plain.exec(`delete from ${table}; insert into ${table} select * from kept`);
        }
      }
      plain.exec('drop table kept');
    }
    expect(await isSeen()).toEqual([false, false]);
  } finally {
    plain.close();
    await fresh.remove();
  }
});

function other(column: string): string {
  if (column === 'said') return `'["x"]'`;
  return ['hash', 'request_id'].includes(column) ? "x'0f'" : `coalesce(${column}, '') || '1'`;
}
