import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leavesLedger, ledgerTables, type Reader, type Store } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { verifyLedger } from '@/server/audit/verify-ledger';
import type { EventKind } from '@/server/domain/audit';
import { type EveryStatus, everyStatus } from '../testing/every-status';
import { rolledBack } from '../testing/rolled-back';
import { callProcedure, mutations, triesOf } from '../testing/tried-procedures';

let fresh: FreshStore;
let scene: EveryStatus;
let plain: Database.Database;
beforeAll(async () => {
  fresh = await freshSqliteStore();
  scene = await everyStatus(fresh.store);
  plain = new Database(fresh.file);
});
afterAll(async () => {
  plain.close();
  await fresh.remove();
});

/** Everything in the database, or in some of it, table by table. */
function contents(of?: ReadonlySet<string>): Record<string, string> {
  const tables = plain.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  return Object.fromEntries(
    tables
      .filter((table) => of?.has(table) ?? true)
      .map((table) => [
        table,
        createHash('sha256')
          .update(JSON.stringify(plain.prepare(`select * from "${table}"`).all()))
          .digest('hex'),
      ]),
  );
}

const newestEvent = () => plain.prepare('select max(seq) from events').pluck().get() as number;

const kindsSince = (seq: number) => plain.prepare('select distinct kind from events where seq > ?').pluck().all(seq) as EventKind[];

/**
 * Where all is asked for (`NIANBAO_TRUST=full`), each procedure by itself, undone before the next; else one after the other, on what those
 * before have left, and looked at once.
 */
const isWhole = process.env.NIANBAO_TRUST === 'full';

const everyDifference = async (read: Reader) => {
  const { fault, replay } = await verifyLedger({ read, schema: { is: 'current', migration: null } });
  expect(fault).toBeNull();
  return new Set(replay?.differences.map(({ table, key, column }) => `${table} ${key} ${column}`));
};

describe('T45, T46: what a procedure changes is told by the events of the same transaction', () => {
  it('and nothing is left of one that breaks at its end: neither row nor event, of any procedure', async () => {
    const before = contents();
    const broken: Store = {
      ...fresh.store,
      tx: (work) =>
        fresh.store.tx(async (tx) => {
          await work(tx);
          throw new Error('the power is gone');
        }),
    };
    for (const path of mutations)
      for (const { actor, input } of triesOf(scene, path)) await callProcedure(scene, broken, path, actor, input);
    expect(contents()).toEqual(before);
  });

  it('row by row: the log makes the same rows again, whatever was done; and what is said to leave the ledger alone does', async () => {
    const before = await everyDifference(fresh.store.read);
    const untold: string[] = [];
    const done = new Set<string>();
    const look = async (reader: Reader, path: string) => {
      for (const one of await everyDifference(reader)) if (!before.has(one)) untold.push(`${path}: ${one}`);
    };
    for (const path of mutations)
      for (const { actor, input } of triesOf(scene, path)) {
        const [ledger, newest] = [contents(ledgerTables), newestEvent()];
        const store = isWhole ? rolledBack(fresh.store, (tx) => look(tx, path)).store : fresh.store;
        const outcome = await callProcedure(scene, store, path, actor, input);
        if (kindsSince(newest).every((kind) => leavesLedger.has(kind))) expect([path, contents(ledgerTables)]).toEqual([path, ledger]);
        if (outcome !== 'ok') continue;
        done.add(path);
        break;
      }
    if (!isWhole) await look(fresh.store.read, 'after all of them');
    expect(untold).toEqual([]);
    expect(done.size).toBeGreaterThan(mutations.length / 2);
  });
});
