import { type DatabaseFacts, migrationFault } from './look-at-database';

export type PostgresLook =
  | { state: 'unreachable'; detail: string }
  | { state: 'absent'; beside: null }
  | { state: 'foreign_migration'; detail: string }
  | { state: 'sound'; facts: DatabaseFacts; arePagesChecked: true };

const connectPatienceMs = 10_000;

/** What asks a database in its own words. */
type AskPostgres = (sql: string) => Promise<Record<string, unknown>[]>;

/** What a database on a PostgreSQL server is, before anything is written there. */
export async function lookAtPostgres(url: string): Promise<PostgresLook> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectPatienceMs });
  client.on('error', () => {});
  try {
    await client.connect();
    return await judge(async (sql) => (await client.query(sql)).rows);
  } catch (error) {
    // Not the message: it may hold what was in the address.
    return { state: 'unreachable', detail: (error as { code?: string }).code ?? 'no answer' };
  } finally {
    await client.end().catch(() => {});
  }
}

async function judge(ask: AskPostgres): Promise<PostgresLook> {
  const listed = await ask("select table_schema || '.' || table_name as name from information_schema.tables");
  const tables = new Set(listed.map(({ name }) => String(name)));
  const number = async (sql: string) => Number(Object.values((await ask(sql))[0] ?? {})[0] ?? 0);
  if (!tables.has('drizzle.__drizzle_migrations')) return { state: 'absent', beside: null };
  const applied = (await ask('select created_at from drizzle.__drizzle_migrations')).map((row) => Number(row.created_at));
  const foreign = migrationFault('postgres', applied);
  if (foreign) return { state: 'foreign_migration', detail: foreign };
  if (!tables.has('public.events')) return { state: 'absent', beside: null };
  const isSet = async (key: string) => (await number(`select count(*) from settings where key = '${key}' and value = 'true'::jsonb`)) > 0;
  const rows = await number(
    'select (select count(*) from users) + (select count(*) from units) + (select coalesce(max(seq), 0) from events)',
  );
  const facts: DatabaseFacts = { isDemonstration: await isSet('isDemonstration'), isOffice: (await isSet('isOffice')) || rows > 0 };
  return { state: 'sound', facts, arePagesChecked: true };
}
