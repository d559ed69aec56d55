import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import * as t from '../schema/pg';
import { BehindPooler } from './behind-pooler';
import { heartbeat } from './heartbeat';
import { beginSnapshot, inTransaction } from './in-transaction';
import { type AskedAgain, keepMade } from './keep-made';
import { migrationsFolder } from './migrations-folder';
import { leave, type OwnClient, ownClients } from './own-client';
import { channel, postgresNeighbours } from './postgres-neighbours';
import { digestsBy } from './raw-questions';
import type { Db, Reader, Store, StoreWatch, Tx, TxScope } from './store';
import { asFewQuestions, questionKeeper } from './was-read';
import { watchPool } from './watch-pool';

/** serialization_failure and deadlock_detected: PostgreSQL asks for the transaction to be tried again. */
const retryCodes = new Set(['40001', '40P01']);
const maxTries = 8;
const firstPauseMs = 5;

/** Connections of one process: so many that write, and as many that read, so that no reader waits for somebody's turn to write. */
const maxConnections = 16;
/** Without it a server that is gone without a word would keep everybody waiting for ever. */
const connectPatienceMs = 10_000;
/** How long a store that is closed waits for what is still under way; whoever asked for it has been answered by then, or cut off. */
const closingPatienceMs = 1_000;
/** A process that stopped in the middle of a transaction loses it, and with it the turn that everybody waits for. */
const longestSilenceMs = 30_000;

const lockNumber = (key: string): bigint => createHash('sha256').update(key).digest().readBigInt64BE(0);
const office = lockNumber('nianbao');
const begin = `begin isolation level read committed; set local idle_in_transaction_session_timeout = ${longestSilenceMs};`;
const waitAlone = `${begin} select pg_advisory_xact_lock(${office})`;
const waitBeside = (key: string) =>
  `${begin} select pg_advisory_xact_lock_shared(${office}); select pg_advisory_xact_lock(${lockNumber(key)})`;

/**
 * How many rows of this database were ever written, as its server counts them, and what stands in the settings but the heartbeat. What was
 * written a moment ago may be counted some seconds later. (The number of the next transaction would be every database's of the server.) A server
 * that is told not to count has nothing but that number.
 */
const whatWasWritten = `select case when current_setting('track_counts')::boolean
  then (select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text from pg_stat_user_tables where relname <> 'settings')
    || ' ' || (select md5(coalesce(string_agg(key || ' ' || value::text, ',' order by key), '')) from settings where key <> '${heartbeat}')
  else pg_snapshot_xmax(pg_current_snapshot())::text end as mark`;

/** A transaction under way: all of the office is its own, or the keys it holds. */
interface Running {
  tx: Tx;
  holds: 'all' | Set<string>;
}

/**
 * The store on PostgreSQL, for several processes on one database.
 *
 * A transaction waits for its turn before it reads anything, in the statement that begins it; each of its statements then sees all that was
 * committed before (READ COMMITTED takes a new view for every statement). Why turns and no finer locks: `db/README.md`.
 *
 * @param url may lead to a pooler that gives a connection to somebody else after each transaction
 * @param direct leads to the server itself: for migrations, the locks of jobs, and what processes tell each other
 */
export async function openPostgresStore(url: string, watch: StoreWatch = {}, direct = url): Promise<Store> {
  const [{ Client, Pool }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const { Own, giveUpComing, giveUpAll } = ownClients(Client);
  const usual = { connectionTimeoutMillis: connectPatienceMs, keepAlive: true };
  const connect = { ...usual, connectionString: url, max: maxConnections, Client: Own as unknown as typeof Client };
  // Readers keep their connections: by these a program that is quiet shows that it is at work, to whoever would restore or copy.
  const [reading, writing] = [watchPool(new Pool({ ...connect, idleTimeoutMillis: 0 }), watch), watchPool(new Pool(connect), watch)];
  const inside = new AsyncLocalStorage<Running>();
  const straight = async (signal?: AbortSignal): Promise<OwnClient> => {
    signal?.throwIfAborted();
    const client = new Own({ ...usual, connectionString: direct });
    // Whoever uses it is told by what they ask next.
    client.on('error', () => {});
    const giveUp = () => client.giveUp();
    signal?.addEventListener('abort', giveUp);
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      if (rows[0]?.pid !== client.processID) throw new BehindPooler();
      return client;
    } catch (error) {
      client.giveUp();
      throw error;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };
  const neighbours = postgresNeighbours(straight, {
    lost: (error) => watch.onConnectionLost?.(error),
    failed: (error) => watch.onListenerFailed?.(error),
  });
  const builders = new WeakMap<PoolClient, Db>();
  const dbOf = (client: PoolClient): Db => {
    // One for each connection and not for each transaction: what was compiled for it is found again (`prepared`).
    const db = builders.get(client) ?? (drizzle(client) as unknown as Db);
    builders.set(client, db);
    return db;
  };

  const hearing = new WeakMap<PoolClient, { heard: Reader; asked: ReturnType<typeof questionKeeper> }>();
  const hearingOn = (client: PoolClient) => {
    const asked = questionKeeper();
    const known = hearing.get(client) ?? { asked, heard: { db: drizzle(client, { logger: asked }) as unknown as Db, t } };
    hearing.set(client, known);
    return known;
  };
  const witnessed = <T>(work: (reader: Reader) => Promise<T>) =>
    inTransaction(reading, beginSnapshot, async (client) => {
      const { heard, asked } = hearingOn(client);
      asked.take();
      const value = await work(heard);
      const questions = asFewQuestions(asked.take());
      return { value, read: { questions, digest: String(await digestsBy(client, questions)) } };
    });

  const stillReads = async ({ questions, digest }: AskedAgain) => {
    // One statement is one moment of itself.
    const digests =
      questions.length > 1
        ? await inTransaction(reading, beginSnapshot, (client) => digestsBy(client, questions))
        : await digestsBy(reading, questions);
    return String(digests) === digest;
  };

  const runOnce = <T>(work: (tx: Tx) => Promise<T>, scope: TxScope): Promise<T> =>
    inTransaction(writing, scope.only === undefined ? waitAlone : waitBeside(scope.only), (client) => {
      const holds = scope.only === undefined ? 'all' : new Set([scope.only]);
      const lock = async (key: string) => {
        if (holds === 'all' || holds.has(key)) return;
        await client.query('select pg_advisory_xact_lock($1)', [lockNumber(key)]);
        holds.add(key);
      };
      const stillReads: Tx['stillReads'] = async ({ questions, digests }, isKnown = () => false) => {
        const open = questions.flatMap((question, index) => (isKnown(question) ? [] : [{ question, digest: digests[index] }]));
        const found = await digestsBy(client, asFewQuestions(open.map(({ question }) => question)));
        return open.every(({ digest }, index) => digest === found[index]);
      };
      const tell = async (topic: string, about: string) => {
        await client.query('select pg_notify($1, $2)', [channel, JSON.stringify({ topic, about })]);
      };
      const tx: Tx = { db: dbOf(client), t, lock, stillReads, tell };
      return inside.run({ tx, holds }, () => work(tx));
    });

  return {
    engine: 'postgres',
    read: { db: drizzle(reading) as unknown as Db, t },
    kept: keepMade({ witnessed, stillReads }),
    async tx(work, scope = {}) {
      const outer = inside.getStore();
      if (outer) return joined(outer, work, scope);
      return retried(() => runOnce(work, scope));
    },
    fill: (work) => work(),
    async migrate() {
      const client = await straight();
      try {
        // What an office sets for its database against queries that run away would end a migration in the middle, or the wait for another's.
        await client.query('set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0');
        // On the connection that holds the lock: whoever loses the one has lost the other, and nobody migrates beside another.
        await client.query(`select pg_advisory_lock(hashtextextended('nianbao migrate', 0))`);
        // The turn of all, as `waitAlone` takes it: an older program may still be saving, and would wait for our tables with its own in hand.
        await client.query(`select pg_advisory_lock(${office})`);
        await retried(() => migrate(drizzle(client), { migrationsFolder: migrationsFolder('pg') }));
      } finally {
        // Said, and not left to the end of the connection: what is told is what went wrong before.
        await leave(client, 'select pg_advisory_unlock_all()');
      }
    },
    async close() {
      giveUpComing();
      const ended = Promise.all([reading.end(), writing.end(), neighbours.close()]);
      const isInTime = await Promise.race([ended.then(() => true), sleep(closingPatienceMs, false, { ref: false })]);
      if (!isInTime) giveUpAll();
      await ended;
    },
    async say(topic, about) {
      await reading.query('select pg_notify($1, $2)', [channel, JSON.stringify({ topic, about })]);
    },
    hear: neighbours.hear,
    alone: neighbours.alone,
    async changeMark() {
      const { rows } = await reading.query<{ mark: string }>(whatWasWritten);
      return rows[0]?.mark ?? '';
    },
    waiting: () => reading.waitingCount + writing.waitingCount,
  };
}

/** Does a transaction again from the start where PostgreSQL asks for it. */
async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= maxTries || !retryCodes.has(codeOf(error))) throw error;
    }
    await sleep(Math.random() * firstPauseMs * 2 ** attempt);
  }
}

/** Takes part in a transaction under way. One that has a key alone cannot be given the whole office: two that both wanted it would wait for each other. */
function joined<T>({ tx, holds }: Running, work: (tx: Tx) => Promise<T>, { only }: TxScope): Promise<T> {
  if (holds !== 'all' && (only === undefined || !holds.has(only)))
    throw new Error(`a transaction on ${[...holds].join(', ')} alone was asked to decide on ${only ?? 'everything'}`);
  return work(tx);
}

function codeOf(error: unknown): string {
  let cause = error as { code?: string; cause?: unknown } | undefined;
  while (cause?.cause) cause = cause.cause as typeof cause;
  return cause?.code ?? '';
}
