import type Database from 'better-sqlite3';
import type { ClientBase } from 'pg';
import type { Question } from './was-read';

/** Asks a connection of SQLite as drizzle asked another one. */
export function askingSqlite(connection: Database.Database): (question: Question) => unknown[] {
  const known = new Map<string, Database.Statement<unknown[]>>();
  return ({ sql, params }) => {
    const statement = known.get(sql) ?? connection.prepare<unknown[]>(sql).raw();
    known.set(sql, statement);
    return statement.all(...params);
  };
}

const maxStatements = 500;

/** The columns of a question's answer: whether each holds bytes. */
export function lookingAtColumns(connection: Database.Database): (sql: string) => readonly boolean[] {
  const known = new Map<string, readonly boolean[]>();
  return (sql) => {
    if (known.size >= maxStatements) known.clear();
    const columns =
      known.get(sql) ??
      connection
        .prepare(sql)
        .columns()
        .map(({ type }) => type?.toLowerCase() === 'blob');
    known.set(sql, columns);
    return columns;
  };
}

/** Asks for answers that are one text (`asOneText`). */
export function askingForText(connection: Database.Database): (question: Question) => string {
  const known = new Map<string, Database.Statement<unknown[], string>>();
  return ({ sql, params }) => {
    // Questions that name some rows are as many as there may be rows.
    if (known.size >= maxStatements) known.clear();
    const statement = known.get(sql) ?? connection.prepare<unknown[], string>(sql).pluck();
    known.set(sql, statement);
    return statement.get(...params) ?? '';
  };
}

export function askingPostgres(client: ClientBase): (question: Question) => Promise<unknown[]> {
  return async ({ sql, params }) => (await client.query({ text: sql, values: [...params], rowMode: 'array' })).rows;
}

/** The hash that PostgreSQL makes of all the answers (`asOneQuestion`). */
export async function digestBy(client: Pick<ClientBase, 'query'>, { sql, params }: Question): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(sql, [...params]);
  return rows[0]?.digest ?? '';
}
