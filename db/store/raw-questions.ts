import type Database from 'better-sqlite3';
import type { ClientBase } from 'pg';
import { asOneText, type Question } from './was-read';

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

/** Asks for the answer to a question of drizzle's as one text. */
export function askingSqlite(connection: Database.Database): (question: Question) => string {
  const [columnsOf, ask] = [lookingAtColumns(connection), askingForText(connection)];
  return (question) => ask(asOneText(question, columnsOf(question.sql)));
}

/** The hashes that PostgreSQL makes of all the answers (`asFewQuestions`). */
export async function digestsBy(client: Pick<ClientBase, 'query'>, questions: readonly Question[]): Promise<string[]> {
  const digests: string[] = [];
  for (const { sql, params } of questions) {
    const { rows } = await client.query<{ digests: string[] }>(sql, [...params]);
    digests.push(...(rows[0]?.digests ?? []));
  }
  return digests;
}
