import { createHash } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reader, Store } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { verifyLedger } from '@/server/audit/verify-ledger';
import { nowhere } from '@/server/auth/guesses';
import { noBackups } from '@/server/testing/no-backups';
import type { Actor } from '@/server/views/access';
import { type EveryStatus, everyStatus, type Stand } from '../testing/every-status';
import { procedureTable } from '../testing/procedure-table';
import { rolledBack } from '../testing/rolled-back';
import { appRouter, createCaller } from './root';

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

const mutations = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type === 'mutation')
  .map(([path]) => path);

/** Calls a procedure on a store. @returns `ok`, or why not */
async function call(store: Store, path: string, actor: Actor, input: unknown): Promise<string> {
  const { actor: _actor, ...command } = scene.district.admin;
  const door = { isOneClick: true };
  const caller = createCaller({
    store,
    actor,
    command: { ...command, store },
    isDemonstration: false,
    backups: noBackups,
    page: null,
    from: nowhere,
    door,
  });
  const [room = '', name = ''] = path.split('.');
  const rooms = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await rooms[room]?.[name]?.(input);
    return 'ok';
  } catch (error) {
    if (error instanceof TRPCError) return error.message;
    throw error;
  }
}

/** Everybody who may succeed with it, in the states of a quarter in which they may. */
function* tries(path: string): Generator<{ actor: Actor; input: unknown }> {
  const row = procedureTable[path];
  if (!row) throw new Error(`${path} has no row`);
  const { district, stands } = scene;
  const isOfFiling = 'about' in row && row.about === 'filing';
  for (const stand of isOfFiling ? Object.values(stands) : ([undefined] as (Stand | undefined)[])) {
    const unit = stand?.unit ?? 1;
    const head: Actor = { ...district.auditor.actor, posts: [{ id: 'head', role: 'head', unitId: district.unitIds[unit] ?? '' }] };
    const people = [district.clerk(unit).actor, district.reviewer.actor, district.admin.actor, head, district.auditor.actor];
    for (const actor of people) yield { actor, input: row.input(scene, stand as Stand) };
  }
}

/** Everything in the database, table by table. */
function contents(): Record<string, string> {
  const tables = plain.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  return Object.fromEntries(
    tables.map((table) => [
      table,
      createHash('sha256')
        .update(JSON.stringify(plain.prepare(`select * from "${table}"`).all()))
        .digest('hex'),
    ]),
  );
}

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
    for (const path of mutations) for (const { actor, input } of tries(path)) await call(broken, path, actor, input);
    expect(contents()).toEqual(before);
  });

  it('row by row: the log makes the same rows again, whatever was done', async () => {
    const before = await everyDifference(fresh.store.read);
    const untold: string[] = [];
    const done = new Set<string>();
    const look = async (reader: Reader, path: string) => {
      for (const one of await everyDifference(reader)) if (!before.has(one)) untold.push(`${path}: ${one}`);
    };
    for (const path of mutations)
      for (const { actor, input } of tries(path)) {
        const store = isWhole ? rolledBack(fresh.store, (tx) => look(tx, path)).store : fresh.store;
        if ((await call(store, path, actor, input)) !== 'ok') continue;
        done.add(path);
        break;
      }
    if (!isWhole) await look(fresh.store.read, 'after all of them');
    expect(untold).toEqual([]);
    expect(done.size).toBeGreaterThan(mutations.length / 2);
  });
});
