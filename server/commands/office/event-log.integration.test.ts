import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventHead, listEvents, listFigures, type Store } from '@/db/store';
import { openSqliteStore } from '@/db/store/sqlite-store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { writableLog } from '@/db/testing/writable-log';
import { verifyChain } from '@/server/audit/verify-chain';
import { type ChainedEvent, chainEvent } from '@/server/domain/audit';
import { figureOfText } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { seededRandom } from '@/server/domain/seeded-random';
import { loadObstacles } from '@/server/queries/filing-form';
import { aDistrict, type District, typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { saveFigures } from '../filing/save-figures';
import { submitFiling } from '../filing/submit-filing';

const cells = ['s3.granted.natural_person', 's3.new_received.natural_person', 's2.admin_fees', 's4.review.upheld'];
const texts = ['', '0', '3', '１２', '约3', '不适用', '1,234', '59237.2449', '-2'];

/** Three clerks of one unit, typing at random over each other, with stale versions and repeated requests. */
async function typeAtRandom(district: District, edits: number, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const { id } = await district.filing();
  const unitId = district.unitIds[0] ?? '';
  const clerks = [
    district.clerk(),
    await district.withPost(district.clerk(1), 'clerk', unitId),
    await district.withPost(district.auditor, 'clerk', unitId),
  ];
  let last: Parameters<typeof saveFigures>[1] | null = null;
  for (let edit = 0; edit < edits; edit += 1) {
    const clerk = random.pick(clerks);
    if (last && random.chance(0.1)) {
      await saveFigures(clerk, last).catch(() => undefined);
      continue;
    }
    const cell = random.pick(cells);
    const version = (await listFigures(district.store.read, id)).find((one) => one.cell === cell)?.version ?? 0;
    const baseVersion = Math.max(0, version - (random.chance(0.2) ? 1 : 0));
    last = { filingId: id, changes: [{ changeId: `edit ${seed}.${edit}`, cell, raw: random.pick(texts), baseVersion }] };
    await saveFigures(clerk, last);
  }
}

/** The chain, against one head that was kept. */
async function verifyLog(store: Store, head: string | null) {
  const kept = head === null ? [] : [{ seq: null, hash: head, of: 'event' as const, from: 'elsewhere' }];
  const { heads, ...verdict } = await verifyChain(store.read, kept);
  return { ...verdict, headFound: heads[0]?.found ?? null };
}

describe('the event log', () => {
  const district = inADistrict();

  it('T46, T14: replayed, gives every figure as it stands in the table: text, state, value, version, who and when', async () => {
    for (const seed of [1, 2]) await typeAtRandom(district(), 150, seed);
    const { id } = await district().filing();
    const format = getFormat('2021');
    const replayed = new Map<string, unknown>();
    for (const event of await listEvents(district().store.read, {
      objectType: 'filing',
      objectId: id,
      kindPrefix: 'figure.saved',
      limit: 10_000,
    })) {
      const { cell, after, version, before } = event.payload as { cell: string; after: string; version: number; before: string | null };
      const found = format.cells.get(cell);
      expect([cell, before]).toEqual([cell, (replayed.get(cell) as { raw: string } | undefined)?.raw ?? null]);
      if (found)
        replayed.set(cell, {
          cell,
          raw: after,
          version,
          figure: figureOfText(after, found).figure,
          savedBy: event.actorId,
          savedAt: new Date(event.at),
        });
    }
    const stored = await listFigures(district().store.read, id);
    expect(stored.length).toBe(cells.length);
    expect(new Map(stored.map((one) => [one.cell, one]))).toEqual(replayed);
    expect((await verifyLog(district().store, null)).fault).toBeNull();
  });

  it('T45: keeps nothing of an act that breaks half-way, neither event nor change', async () => {
    const filing = await district().type();
    const broken = {
      ...district().clerk(),
      newId: () => {
        throw new Error('a bug');
      },
    };
    const { hash } = await loadObstacles(district().store.read, district().clerk().actor, filing.id, null);
    const before = await eventHead(district().store.read);
    await expect(submitFiling(broken, { filingId: filing.id, changeId: 'c', seenHash: hash })).rejects.toThrow('a bug');
    expect(await eventHead(district().store.read)).toEqual(before);
    expect((await district().filing()).status).toBe('open');
  });

  it('T45: tells who, what, where and when, and of a refusal what was tried', async () => {
    const { id } = await district().filing();
    const auditor = { ...district().auditor, ip: '10.0.0.7', requestId: 'request-1' };
    expect(await kindsOf(district().store, () => typeCell(auditor, id, { cell: 's3.granted.natural_person', raw: '1' }))).toEqual([
      'refused',
    ]);
    const head = await eventHead(district().store.read);
    const [refused] = await listEvents(district().store.read, { after: head.seq - 1, limit: 1 });
    expect(refused).toMatchObject({
      actorId: auditor.actor.userId,
      actorName: auditor.actor.name,
      objectType: 'filing',
      objectId: id,
      unitId: district().unitIds[0],
      period: '2026Q1',
      at: '2026-04-08T02:00:00.000Z',
      ip: '10.0.0.7',
      requestId: 'request-1',
      payload: { act: 'filing.edit', code: 'forbidden' },
    });
  });
});

describe('T44: a log somebody has been at', () => {
  let fresh: FreshStore;
  let copy: Store;
  let plain: Database.Database;
  let events: ChainedEvent[];
  let head: string;

  beforeAll(async () => {
    fresh = await freshSqliteStore();
    await typeAtRandom(await aDistrict(fresh.store), 150, 3);
    events = await listEvents(fresh.store.read, { limit: 10_000 });
    head = (await eventHead(fresh.store.read)).hash;
    const file = `${fresh.file}.copy`;
    const original = new Database(fresh.file, { readonly: true });
    await original.backup(file);
    original.close();
    copy = await openSqliteStore(file);
    plain = new Database(file);
    plain.exec(writableLog);
  });
  afterAll(async () => {
    plain.close();
    await copy.close();
    await fresh.remove();
  });

  /** What the check finds while something is wrong; afterwards the rows are put back. */
  async function verdictWith(tamper: () => void) {
    plain.exec('create temp table kept as select * from logged_events');
    tamper();
    const verdict = await verifyLog(copy, head);
    plain.exec('delete from logged_events; insert into logged_events select * from kept; drop table kept');
    return verdict;
  }

  it('is whole before, and ends in the head that was exported', async () => {
    expect(await verifyLog(copy, head)).toEqual({ since: 0, events: events.length, head, fault: null, headFound: true });
    expect(events.length).toBeGreaterThan(100);
  });

  it('shows the edit of each single event, at that event', async () => {
    const columns = ['actor_name', 'at', 'payload', 'object_id', 'request_id'];
    for (const [index, { seq }] of events.entries()) {
      const column = columns[index % columns.length] ?? '';
      const value = column === 'payload' ? '{"forged":true}' : 'forged';
      const { fault } = await verdictWith(() => plain.prepare(`update events set ${column} = ? where seq = ?`).run(value, seq));
      expect([column, fault]).toEqual([column, { seq, fault: 'changed' }]);
    }
  });

  it('shows each deleted event but the last by the gap behind it', async () => {
    for (const { seq } of events.slice(0, -1)) {
      const { fault } = await verdictWith(() => plain.prepare('delete from events where seq = ?').run(seq));
      expect(fault).toEqual({ seq: seq + 1, fault: 'gap' });
    }
  });

  it('shows an event inserted behind each one, chained as well as it can be', async () => {
    for (const event of events.slice(0, -1)) {
      const { seq, prev: _prev, hash, ...facts } = event;
      const forged = chainEvent({ ...facts, actorName: '不在场的人' }, seq + 1, hash);
      const { fault } = await verdictWith(() => {
        plain.prepare('update events set seq = -seq - 1 where seq > ?').run(seq);
        plain.prepare('update events set seq = -seq where seq < 0').run();
        plain
          .prepare(
            'insert into events select ?, at, kind, actor_id, ?, unit_id, object_type, object_id, period, payload, reason, request_id, session_hash, ip, ?, ? from events where seq = ?',
          )
          .run(forged.seq, forged.actorName, forged.prev, forged.hash, seq);
      });
      expect(fault?.seq).toBe(seq + 2);
    }
  });

  it('shows two neighbours that were swapped', async () => {
    for (const { seq } of events.slice(0, -1)) {
      const { fault } = await verdictWith(() => {
        plain.prepare('update events set seq = -1 where seq = ?').run(seq);
        plain.prepare('update events set seq = ? where seq = ?').run(seq, seq + 1);
        plain.prepare('update events set seq = ? where seq = -1').run(seq + 1);
      });
      expect(fault?.seq).toBe(seq);
    }
  });

  it('shows a cut tail, and a chain that was made anew, only against a head kept elsewhere', async () => {
    for (const kept of [0, 1, events.length - 1]) {
      const cut = await verdictWith(() => plain.prepare('delete from events where seq > ?').run(kept));
      expect(cut).toMatchObject({ events: kept, fault: null, headFound: false });
    }
    const anew = await verdictWith(() => {
      let prev = '0'.repeat(64);
      for (const { seq, prev: _prev, hash: _hash, ...facts } of events) {
        const event = chainEvent({ ...facts, actorName: '另一个人' }, seq, prev);
        plain.prepare('update events set actor_name = ?, hash = ? where seq = ?').run(event.actorName, event.hash, seq);
        prev = event.hash;
      }
    });
    expect(anew).toMatchObject({ events: events.length, fault: null, headFound: false });
  });
});
