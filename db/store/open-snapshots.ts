import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { PoolClient } from 'pg';
import * as pgTables from '../schema/pg';
import * as sqliteTables from '../schema/sqlite';
import { eventHead } from './events';
import { beginSnapshot, inTransaction } from './in-transaction';
import { type AskedAgain, keepMade } from './keep-made';
import type { StoreConfig } from './open-store';
import { askingForText, askingSqlite, digestsBy, lookingAtColumns } from './raw-questions';
import type { Db, Reader, Store } from './store';
import { trialOnPostgres, trialOnSqlite } from './try-out';
import { asFewQuestions, asOneText, digestOfTexts, digestsOfTexts, questionKeeper, type WasRead } from './was-read';
import { watchPool } from './watch-pool';

/** A connection of its own that only reads: for a thread beside the one that writes. */
export interface Snapshots {
  /** Everything read inside is as of one moment, and of what was committed before it began. One at a time. */
  at<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** The same, with what it read: by that, whoever decides later sees whether it would be made of the same still (`Tx.stillReads`). */
  witnessed<T>(work: (reader: Reader) => Promise<T>): Promise<{ made: T; read: WasRead }>;
  /** What was made under this name the last time, while all that was read for it reads the same; else made anew (`Store.kept`). */
  kept<T>(name: string, make: (reader: Reader) => Promise<T>): Promise<T>;
  /** What a command would do, on a store of which nothing is kept (`try-out.ts`). */
  tried<T>(work: (trial: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Pages over all units of an office, of some MB where it has a thousand. */
const maxPages = 24;

/** Opens a store that another connection has opened and migrated. */
export function openSnapshots({ dataFolder, databaseUrl }: StoreConfig): Promise<Snapshots> | Snapshots {
  return databaseUrl ? postgresSnapshots(databaseUrl) : sqliteSnapshots(join(dataFolder, 'nianbao.db'));
}

function sqliteSnapshots(file: string): Snapshots {
  const connection = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  const asked = questionKeeper();
  const reader: Reader = { db: drizzle(connection) as unknown as Db, t: sqliteTables };
  const heard: Reader = { db: drizzle(connection, { logger: asked }) as unknown as Db, t: sqliteTables };
  const ask = askingForText(connection);
  const columnsOf = lookingAtColumns(connection);
  const at = async <T>(work: () => Promise<T>): Promise<T> => {
    connection.exec('BEGIN');
    try {
      return await work();
    } finally {
      connection.exec('ROLLBACK');
    }
  };
  return {
    at: (work) => at(() => work(reader)),
    witnessed: (work) =>
      at(async () => {
        asked.take();
        const made = await work(heard);
        const questions = asked.take();
        return {
          made,
          read: { questions, digests: digestsOfTexts(questions, askingSqlite(connection)), seq: (await eventHead(reader)).seq },
        };
      }),
    tried: trialOnSqlite(connection, at),
    kept: keepMade(
      {
        witnessed: (work) =>
          at(async () => {
            asked.take();
            const value = await work(heard);
            const questions = asked.take().map((question) => asOneText(question, columnsOf(question.sql)));
            return { value, read: { questions, digest: digestOfTexts(questions, ask) } };
          }),
        stillReads: ({ questions, digest }: AskedAgain) => at(async () => digestOfTexts(questions, ask) === digest),
      },
      maxPages,
    ),
    close: async () => {
      connection.close();
    },
  };
}

async function postgresSnapshots(url: string): Promise<Snapshots> {
  const [{ Pool }, { drizzle: over }] = await Promise.all([import('pg'), import('drizzle-orm/node-postgres')]);
  // Between two jobs or in the middle of one the server may end the connection; the next job opens another.
  const pool = watchPool(new Pool({ connectionString: url, max: 1 }), {});
  const asked = questionKeeper();
  const at = <T>(work: (client: PoolClient) => Promise<T>) => inTransaction(pool, beginSnapshot, work);
  return {
    at: (work) => at((client) => work({ db: over(client) as unknown as Db, t: pgTables })),
    tried: (work) => trialOnPostgres(pool, work),
    witnessed: (work) =>
      at(async (client) => {
        asked.take();
        const made = await work({ db: over(client, { logger: asked }) as unknown as Db, t: pgTables });
        const questions = asked.take();
        const digests = await digestsBy(client, asFewQuestions(questions));
        return { made, read: { questions, digests, seq: (await eventHead({ db: over(client) as unknown as Db, t: pgTables })).seq } };
      }),
    kept: keepMade(
      {
        witnessed: (work) =>
          at(async (client) => {
            asked.take();
            const value = await work({ db: over(client, { logger: asked }) as unknown as Db, t: pgTables });
            const questions = asFewQuestions(asked.take());
            return { value, read: { questions, digest: String(await digestsBy(client, questions)) } };
          }),
        stillReads: async ({ questions, digest }: AskedAgain) =>
          // One statement is one moment of itself.
          String(questions.length > 1 ? await at((client) => digestsBy(client, questions)) : await digestsBy(pool, questions)) === digest,
      },
      maxPages,
    ),
    close: () => pool.end(),
  };
}
