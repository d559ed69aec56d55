import { Client } from 'pg';
import { type Ask, countRows, type DatabaseFacts, readHead, walkChain } from './facts';
import { leftOut } from './left-out';
import { ProgramMissing, runPostgres } from './postgres-programs';
import { readDump } from './read-dump';

/**
 * A dump of a database that may be in use, as it stood at one moment.
 *
 * @returns where the log ended at that moment
 */
export async function dumpPostgres(url: string, file: string): Promise<DatabaseFacts['head'] | null> {
  return withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name');
    const head = await readHead(asking(client));
    const keptOut = leftOut.map((table) => `--exclude-table-data=public.${table}`);
    await runPostgres(
      'pg_dump',
      [
        '--format=custom',
        '--no-owner',
        '--no-privileges',
        '--lock-wait-timeout=10s',
        `--snapshot=${rows[0]?.name}`,
        ...keptOut,
        `--file=${file}`,
      ],
      { url },
    );
    await client.query('commit');
    return head;
  });
}

/** What a dump holds, and everything that is wrong with it. Tables whose rows are left out count 0. @param link the last link of its log */
export async function inspectDump(
  file: string,
  link: DatabaseFacts['head'] | null,
): Promise<{ facts: DatabaseFacts | null; faults: string[] }> {
  const read = await readDump(file).catch((error: Error) => error);
  if (read instanceof ProgramMissing) throw read;
  if (read instanceof Error) return { facts: null, faults: [read.message] };
  const { tables, migration, head, fault } = read;
  const faults: string[] = [];
  if (fault) faults.push(`event ${fault.seq} does not fit (${fault.fault})`);
  else if (link && (head.seq !== link.seq || head.hash !== link.hash)) faults.push(`event ${link.seq} is not in the log as it was`);
  return { facts: { migration, head, tables: { ...tables, ...Object.fromEntries(leftOut.map((table) => [table, 0])) } }, faults };
}

/** What a database holds, and what is wrong with it. @param link one that must be in the chain */
export async function inspectPostgres(
  url: string,
  link: DatabaseFacts['head'] | null,
): Promise<{ facts: DatabaseFacts | null; faults: string[] }> {
  return withClient(url, async (client) => {
    const ask = asking(client);
    const chain = await walkChain(ask, link);
    const faults: string[] = [];
    if (chain.fault) faults.push(`event ${chain.fault.seq} does not fit (${chain.fault.fault})`);
    else if (!chain.holds) faults.push(`event ${link?.seq} is not in the log as it was`);
    const names = await ask(`select tablename from pg_tables where schemaname = 'public' order by tablename`);
    const tables = await countRows(
      ask,
      names.map(({ tablename }) => String(tablename)),
    );
    return { facts: { migration: await lastMigrationOf(ask), head: chain.head, tables }, faults };
  });
}

/** The last migration that a database has had; 0 where there is none, or nothing in it. */
export async function lastPostgresMigration(url: string): Promise<number> {
  try {
    return await withClient(url, (client) => lastMigrationOf(asking(client)));
  } catch (error) {
    if ((error as { code?: string }).code === invalidCatalogName) return 0;
    throw error;
  }
}

/** A new database with what a dump holds. */
export async function restorePostgres(file: string, url: string): Promise<void> {
  await createDatabase(url);
  await runPostgres('pg_restore', ['--no-owner', '--no-privileges', '--exit-on-error', `--dbname=${nameIn(url)}`, file], { url });
}

/** @param like the database it is a copy of, to which nobody may be connected; without one it is empty */
export async function createDatabase(url: string, like?: string): Promise<void> {
  await beside(url, async (client) => {
    await client
      .query(`create database ${quoted(nameIn(url))} template ${like ? quoted(nameIn(like)) : 'template0'}`)
      .catch((error: { code?: string; message: string }) => {
        if (error.code !== insufficientPrivilege) throw error;
        throw new Error(
          `这个数据库用户不能新建数据库；请授予 CREATEDB / this user of the database may not create one: grant it CREATEDB (${error.message})`,
        );
      });
  });
}

/** Takes a database away, whoever is connected. */
export async function dropDatabase(url: string): Promise<void> {
  await beside(url, (client) => client.query(`drop database if exists ${quoted(nameIn(url))} with (force)`));
}

export async function databaseExists(url: string): Promise<boolean> {
  return beside(url, async (client) =>
    Boolean((await client.query('select 1 from pg_database where datname = $1', [nameIn(url)])).rowCount),
  );
}

/** How many others are connected to a database. */
export async function connectionsTo(url: string): Promise<number> {
  return beside(url, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      `select count(*) as n from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [nameIn(url)],
    );
    return Number(rows[0]?.n);
  });
}

/** For whoever has stopped the program and is told of connections all the same. */
export const keptByPooler = {
  zh: '前面有 PgBouncer 的，程序停止后它仍保留连接：先在它的控制台执行 PAUSE（或 KILL），完成后 RESUME',
  en: 'a PgBouncer before it keeps its connections after that: PAUSE (or KILL) the database on its console, and RESUME afterwards',
};

/** Where the log of a database ends by now, as everybody else sees it. */
export async function headOfPostgres(url: string): Promise<DatabaseFacts['head'] | null> {
  return withClient(url, (client) => readHead(asking(client)));
}

/** Puts a database in the place of another, which is put aside under a name of its own. Both names change at once. @returns whether there was another */
export async function swapDatabases(standing: string, restored: string, aside: string): Promise<boolean> {
  return beside(standing, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [nameIn(standing)]);
    await client.query('begin');
    if (rowCount) await client.query(`alter database ${quoted(nameIn(standing))} rename to ${quoted(nameIn(aside))}`);
    await client.query(`alter database ${quoted(nameIn(restored))} rename to ${quoted(nameIn(standing))}`);
    await client.query('commit');
    return Boolean(rowCount);
  });
}

/** The address of another database of the same server. */
export function databaseNamed(url: string, name: string): string {
  const { database } = new Client({ connectionString: url });
  const at = url.lastIndexOf(`/${encodeURIComponent(database ?? '')}`);
  return `${url.slice(0, at)}/${encodeURIComponent(name)}${/[?#].*$/.exec(url)?.[0] ?? ''}`;
}

export function nameIn(url: string): string {
  return new Client({ connectionString: url }).database ?? '';
}

const invalidCatalogName = '3D000';
const insufficientPrivilege = '42501';

/** From a database that is always there: nobody may be connected to one that is renamed. */
async function beside<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(databaseNamed(url, nameIn(url) === 'postgres' ? 'template1' : 'postgres'), work);
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // What breaks while nothing is asked is met by the next question.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function asking(client: Client): Ask {
  return async (sql) => (await client.query(sql)).rows as Record<string, unknown>[];
}

async function lastMigrationOf(ask: Ask): Promise<number> {
  const [there] = await ask(`select to_regclass('drizzle.__drizzle_migrations') as name`);
  if (!there?.name) return 0;
  return Number((await ask('select max(created_at) as at from drizzle.__drizzle_migrations'))[0]?.at ?? 0);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
