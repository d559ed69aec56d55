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

export function askingPostgres(client: ClientBase): (question: Question) => Promise<unknown[]> {
  return async ({ sql, params }) => (await client.query({ text: sql, values: [...params], rowMode: 'array' })).rows;
}
