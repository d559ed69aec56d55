import { AsyncLocalStorage } from 'node:async_hooks';
import { chmodSync, existsSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { genesisHash } from '@/server/domain/audit';
import * as t from '../schema/sqlite';
import { headBeside, type LogHead } from './head-beside';
import { heartbeat } from './heartbeat';
import { type AskedAgain, keepMade } from './keep-made';
import { lendFunctions } from './lend-functions';
import { migrationsFolder } from './migrations-folder';
import { Listeners, type Told, type Topic } from './neighbours';
import { askingForText, askingSqlite, lookingAtColumns } from './raw-questions';
import { requireSafeSqlite } from './sqlite-version';
import type { Db, Reader, Store, StoreWatch, Tx, TxScope } from './store';
import { asOneText, digestOfTexts, digestsOfTexts, questionKeeper } from './was-read';

/** A group of transactions is committed at the latest after so many members, so that the first never waits long. */
const largestGroup = 64;
const busyRetryMs = 5;
const busyPatienceMs = 10_000;

const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
  journal_size_limit: 64 * 1024 * 1024,
} as const;

/**
 * The embedded store: one connection that writes, one that reads committed data.
 *
 * Transactions that wait for the writer are committed in groups: each runs in a savepoint of its own, one COMMIT (one
 * fsync) makes the group durable, and only then is any of them acknowledged. A member that throws is rolled back alone.
 * With 200 clerks saving at once this costs one disk flush for dozens of saves instead of one each.
 */
export async function openSqliteStore(file: string, watch: StoreWatch = {}): Promise<Store> {
  const writer = connect(file);
  const isNew = !existsSync(`${file}-wal`);
  const reader = new Database(file);
  reader.pragma('query_only = ON');
  reader.pragma('busy_timeout = 5000');
  if (isNew) chmodSync(file, 0o600);

  const read: Reader = { db: drizzle(reader) as unknown as Db, t };
  const askHere = askingSqlite(writer);
  const writing: Omit<Tx, 'tell'> = {
    ...{ db: drizzle(writer) as unknown as Db, t, lock: async () => {} },
    stillReads: async ({ questions, digests }, isKnown = () => false) =>
      questions.every((question, index) => isKnown(question) || digestsOfTexts([question], askHere)[0] === digests[index]),
  };
  const inside = new AsyncLocalStorage<Tx>();
  const listeners = new Listeners((error) => watch.onListenerFailed?.(error));
  const jobs = new Set<string>();
  const statement = Object.fromEntries(
    ['COMMIT', 'ROLLBACK', 'SAVEPOINT member', 'RELEASE member', 'ROLLBACK TO member'].map((sql) => [sql, writer.prepare(sql)]),
  );
  const run = (sql: string) => statement[sql]?.run();
  const start = writer.prepare('BEGIN IMMEDIATE');
  const head = headBeside(file);
  let lastEvent: Database.Statement<[], LogHead> | null = null;
  let isFilling = false;
  const rowsChanged = writer.prepare<[], number>('select total_changes()').pluck();
  const changed = () => rowsChanged.get() ?? 0;
  /** Rows that were changed for somebody, and are committed. */
  let written = 0;

  /** After every commit, before it is acknowledged. A database without its tables has no log. */
  const keepHead = () => {
    try {
      if (isFilling || (!lastEvent && !hasEvents(writer))) return;
      lastEvent ??= writer.prepare('select seq, lower(hex(hash)) as hash from logged_events order by seq desc limit 1');
      head.keep(lastEvent.get() ?? { seq: 0, hash: genesisHash });
    } catch {
      // What is committed stays committed: a head that lags accuses nobody.
    }
  };

  interface Member {
    isForNobody: boolean;
    work: () => Promise<unknown>;
    settle: (outcome: { value: unknown } | { error: unknown }) => void;
  }
  const queue: Member[] = [];
  let isDraining = false;

  const runGroup = async (): Promise<void> => {
    await begin(start);
    const settled: (() => void)[] = [];
    const members: Member[] = [];
    let forSomebody = 0;
    try {
      for (let member = queue.shift(); member; member = members.length < largestGroup ? queue.shift() : undefined) {
        const { settle, work, isForNobody } = member;
        members.push(member);
        const before = changed();
        run('SAVEPOINT member');
        try {
          const value = await work();
          run('RELEASE member');
          settled.push(() => settle({ value }));
        } catch (error) {
          if (!writer.inTransaction) throw error;
          run('ROLLBACK TO member');
          run('RELEASE member');
          settled.push(() => settle({ error }));
        }
        if (!isForNobody) forSomebody += changed() - before;
      }
      run('COMMIT');
      written += forSomebody;
      keepHead();
    } catch (error) {
      // A full disk or an I/O error takes the whole transaction back: nothing of this group was kept, and all of it is told so.
      if (writer.inTransaction) run('ROLLBACK');
      for (const member of members) member.settle({ error });
      return;
    }
    for (const acknowledge of settled) acknowledge();
  };

  const drain = async (): Promise<void> => {
    if (isDraining) return;
    isDraining = true;
    try {
      // Requests that arrived together reach the queue one by one in this turn of the event loop; the group waits for them.
      for (await nextTurn(); queue.length > 0; await nextTurn()) await runGroup();
    } catch (error) {
      for (const member of queue.splice(0)) member.settle({ error });
    } finally {
      isDraining = false;
    }
  };

  const witness = witnessOf(file, reader);

  return {
    engine: 'sqlite',
    read,
    kept: keepMade(witness),
    tx<T>(work: (tx: Tx) => Promise<T>, { only }: TxScope = {}): Promise<T> {
      const outer = inside.getStore();
      if (outer) return work(outer);
      const told: Told[] = [];
      const tell = async (topic: Topic, about: string) => {
        told.push({ topic, about });
      };
      const tx: Tx = { ...writing, tell };
      return new Promise<T>((resolve, reject) => {
        queue.push({
          isForNobody: only === heartbeat,
          work: () => inside.run(tx, () => work(tx)),
          settle(outcome) {
            if ('error' in outcome) return reject(outcome.error);
            resolve(outcome.value as T);
            for (const one of told) listeners.pass(one);
          },
        });
        void drain();
      });
    },
    async fill(work) {
      const isIdle = async () => {
        while (isDraining || queue.length > 0) await nextTurn();
      };
      await isIdle();
      writer.pragma('synchronous = OFF');
      isFilling = true;
      try {
        await work();
      } finally {
        await isIdle();
        writer.pragma(`synchronous = ${pragmas.synchronous}`);
        writer.pragma('wal_checkpoint(TRUNCATE)');
        isFilling = false;
        keepHead();
      }
    },
    async migrate() {
      migrateSqlite(file);
      keepHead();
    },
    waiting: () => queue.length,
    say: async (topic, about) => listeners.pass({ topic, about }),
    hear: (topic, listener) => listeners.add(topic, listener),
    async alone(job, work) {
      if (jobs.has(job)) return false;
      jobs.add(job);
      try {
        await work();
        return true;
      } finally {
        jobs.delete(job);
      }
    },
    // Of a connection's own commits its `data_version` knows nothing: that is what others wrote.
    changeMark: async () => `${writer.pragma('data_version', { simple: true })} ${written}`,
    async close() {
      while (isDraining || queue.length > 0) await nextTurn();
      await witness.close();
      reader.close();
      try {
        writer.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        writer.close();
        head.close();
      }
    },
  };
}

/** Reads for what is kept: made on a connection of its own, one after the other; asked again on the one that reads. */
function witnessOf(file: string, reader: Database.Database) {
  let before: Promise<unknown> = Promise.resolve();
  const asked = questionKeeper();
  const [begin, end] = [reader.prepare('BEGIN'), reader.prepare('ROLLBACK')];
  const ask = askingForText(reader);
  const open = () => {
    const connection = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
    const heard: Reader = { db: drizzle(connection, { logger: asked }) as unknown as Db, t };
    return { connection, heard, askHere: askingForText(connection), columnsOf: lookingAtColumns(connection) };
  };
  let opened: ReturnType<typeof open> | null = null;
  const make = async <T>(work: (reader: Reader) => Promise<T>): Promise<{ value: T; read: AskedAgain }> => {
    opened ??= open();
    const { connection, heard, askHere, columnsOf } = opened;
    connection.exec('BEGIN');
    try {
      asked.take();
      const value = await work(heard);
      const questions = asked.take().map((question) => asOneText(question, columnsOf(question.sql)));
      return { value, read: { questions, digest: digestOfTexts(questions, askHere) } };
    } finally {
      connection.exec('ROLLBACK');
    }
  };
  return {
    witnessed<T>(work: (reader: Reader) => Promise<T>) {
      const made = before.then(() => make(work));
      before = made.catch(() => {});
      return made;
    },
    /** Nothing is waited for between the first question and the last. */
    stillReads({ questions, digest }: AskedAgain): boolean {
      begin.run();
      try {
        return digestOfTexts(questions, ask) === digest;
      } finally {
        end.run();
      }
    },
    async close() {
      await before;
      opened?.connection.close();
    },
  };
}

function hasEvents(connection: Database.Database): boolean {
  return connection.prepare("select 1 from sqlite_schema where type = 'table' and name = 'logged_events'").get() !== undefined;
}

function connect(file: string): Database.Database {
  const connection = new Database(file, { timeout: 0 });
  const version = connection.prepare('select sqlite_version()').pluck().get() as string;
  try {
    requireSafeSqlite(version);
  } catch (error) {
    connection.close();
    throw error;
  }
  for (const [name, value] of Object.entries(pragmas)) {
    connection.pragma(`${name} = ${value}`);
    const stands = connection.pragma(name, { simple: true });
    if (String(stands) !== String(value)) {
      connection.close();
      throw new Error(`SQLite keeps ${name} = ${stands} although ${value} was asked for; is ${file} on a network drive?`);
    }
  }
  return connection;
}

/** BEGIN IMMEDIATE, waiting for another process that writes. */
async function begin(start: Database.Statement): Promise<void> {
  for (const patience = Date.now() + busyPatienceMs; ; ) {
    try {
      start.run();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > patience) throw error;
      await sleep(busyRetryMs);
    }
  }
}

/**
 * Applies the migrations on a connection of their own with foreign keys off: with them on, a table rebuild inside a
 * migration deletes the rows that point at it (drizzle-orm #5782). Afterwards every reference is checked.
 */
function migrateSqlite(file: string): void {
  const connection = new Database(file, { timeout: 10_000 });
  try {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = OFF');
    lendFunctions(connection);
    migrate(drizzle(connection), { migrationsFolder: migrationsFolder('sqlite') });
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new Error(`after the migration ${broken.length} rows point at nothing: ${JSON.stringify(broken.slice(0, 3))}`);
  } finally {
    connection.close();
  }
}
