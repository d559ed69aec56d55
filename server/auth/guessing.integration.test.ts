import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Store, updatePerson } from '@/db/store';
import { openSqliteStore } from '@/db/store/sqlite-store';
import { freshPostgresStore, postgresStoreAt } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { aPerson } from '@/db/testing/rows';
import { sourceOf } from '@/server/boot/client-address';
import type { CommandContext } from '@/server/commands/command';
import { readEnv } from '@/server/env';
import * as passwords from './passwords';
import { anonymous, signIn } from './sign-in';

const password = 'Xiangyang#2026';
const minute = 60_000;

/** A try as it arrives: the connection's own address, and what it says of itself. */
interface Try {
  peer: string;
  forwarded?: string;
  username: string;
  password?: string;
}

const bare = readEnv({});
const behindAProxy = readEnv({ NEXTAUTH_URL: 'https://nianbao.example', NIANBAO_TRUSTED_PROXIES: '127.0.0.1' });
const behindAnUnnamedProxy = readEnv({ NEXTAUTH_URL: 'https://nianbao.example' });

/** The stores of two processes on one database. */
const engines = [
  {
    engine: 'SQLite',
    async open() {
      const fresh = await freshSqliteStore();
      return { fresh, second: await openSqliteStore(fresh.file) };
    },
  },
  {
    engine: 'PostgreSQL',
    async open() {
      const fresh = await freshPostgresStore();
      return { fresh, second: (await postgresStoreAt(fresh.url)).store };
    },
  },
];

/** More where all is asked for: `npm run test:trust -- long`. */
const isWhole = process.env.NIANBAO_TRUST === 'full';
const many = isWhole ? 300 : 120;
const hours = isWhole ? 24 : 6;

describe.each(engines)('T30: guessing on $engine', ({ open }) => {
  let fresh: FreshStore;
  let processes: Store[];
  beforeAll(async () => {
    const { fresh: first, second } = await open();
    fresh = first;
    processes = [first.store, second];
  });
  afterAll(async () => {
    await processes[1]?.close();
    await fresh.remove();
  });

  let passedMs = 0;
  /** Every look at the clock is a little later, so that tries at once see different times, in whatever order they get their turn. */
  let looks = 0;
  const context = (store: Store): CommandContext => ({
    store,
    actor: anonymous,
    now,
    newId: randomUUID,
    requestId: 'a-test',
    ip: null,
    overlay: null,
  });
  function now(): Date {
    looks += 1;
    return new Date(Date.parse('2026-11-30T01:00:00.000Z') + passedMs + looks);
  }
  async function somebody(): Promise<string> {
    const { id, username } = await aPerson(fresh.store);
    const passwordHash = await passwords.hashPassword(password);
    await fresh.store.tx((tx) => updatePerson(tx, id, { passwordHash }));
    return username;
  }
  let turn = 0;
  async function outcomeOf(env: typeof bare, one: Try): Promise<string> {
    const headers = one.forwarded ? { 'x-forwarded-for': one.forwarded } : {};
    const request = { headers, socket: { remoteAddress: one.peer } } as unknown as IncomingMessage;
    turn += 1;
    return signIn(context(processes[turn % 2] ?? fresh.store), sourceOf(request, env), {
      username: one.username,
      password: one.password ?? 'wrong',
    }).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    );
  }
  async function outcomes(env: typeof bare, tries: readonly Try[], atOnce = 20): Promise<string[]> {
    const codes: string[] = [];
    for (let from = 0; from < tries.length; from += atOnce)
      codes.push(...(await Promise.all(tries.slice(from, from + atOnce).map((one) => outcomeOf(env, one)))));
    return codes;
  }
  const checkedOf = (codes: readonly string[]) => codes.filter((code) => code !== 'too_many').length;

  it(`with a header that claims a hundred addresses, 5 of ${many} tries are looked at, counted over two processes`, async () => {
    const username = await somebody();
    const tries = Array.from({ length: many }, (_, index) => ({ peer: '10.9.9.9', forwarded: `10.0.0.${index % 100}`, username }));
    expect(checkedOf(await outcomes(bare, tries))).toBe(5);
  });

  it(`from a hundred true addresses, 10 of ${many} tries are looked at, each address’s at most 5`, async () => {
    const username = await somebody();
    const tries = Array.from({ length: many }, (_, index) => ({ peer: '127.0.0.1', forwarded: `10.0.1.${index % 100}`, username }));
    expect(checkedOf(await outcomes(behindAProxy, tries))).toBe(10);
  });

  it('through a proxy that is not named, 5 of 40 tries are looked at, and others at other names go on', async () => {
    const [username, other] = [await somebody(), await somebody()];
    const tries = Array.from({ length: 40 }, (_, index) => ({ peer: '127.0.0.1', forwarded: `10.0.2.${index}`, username }));
    expect(checkedOf(await outcomes(behindAnUnnamedProxy, tries))).toBe(5);
    expect(await outcomeOf(behindAnUnnamedProxy, { peer: '127.0.0.1', username: other, password })).toBe('ok');
  });

  it(`over ${hours} hours from ever new addresses, as often as one is looked at: four an hour and some, where five in each quarter of an hour were ${20 * hours}`, async () => {
    const username = await somebody();
    const before = passedMs;
    let checked = 0;
    for (let index = 0; passedMs < before + hours * 60 * minute; index += 1) {
      checked += checkedOf([await outcomeOf(bare, { peer: `10.${index % 200}.3.3`, username })]);
      passedMs += index < 9 ? 30_000 : 15 * minute;
    }
    expect(checked).toBeGreaterThan(3.75 * hours);
    expect(checked).toBeLessThanOrEqual(14 + 4 * hours);
  });

  it('an account that does not exist is answered in the same words after the same work', async () => {
    const known = await somebody();
    const verify = vi.spyOn(passwords, 'verifyPassword');
    const workOf = async (username: string) => {
      let transactions = 0;
      const counting: Store = {
        ...fresh.store,
        tx(work) {
          transactions += 1;
          return fresh.store.tx(work);
        },
      };
      verify.mockClear();
      const said: string[] = [];
      for (let index = 0; index < 7; index += 1) {
        const from = { address: '10.7.7.7', device: null };
        await signIn(context(counting), from, { username, password: 'wrong' }).catch((error: Error) => said.push(error.message));
      }
      return { transactions, verified: verify.mock.calls.length, said };
    };
    expect(await workOf(`nobody-${randomUUID()}`)).toEqual(await workOf(known));
    verify.mockRestore();
  });
});
