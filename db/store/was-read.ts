import { createHash } from 'node:crypto';

/** One question to the database, as the engine was asked it. */
export interface Question {
  sql: string;
  params: readonly unknown[];
}

/** What something was made of: every question that was asked for it, and a hash of all the answers. */
export interface WasRead {
  questions: readonly Question[];
  /** SHA-256. */
  digest: string;
}

/** Hears what a reader asks (a logger of drizzle's). The same question twice has the same answer within a snapshot, and is kept once. */
export function questionKeeper() {
  const kept = new Map<string, Question>();
  return {
    logQuery(sql: string, params: unknown[]): void {
      kept.set(`${sql}\n${JSON.stringify(params)}`, { sql, params });
    },
    /** What was asked since the last time, and begins anew. */
    take(): Question[] {
      const questions = [...kept.values()];
      kept.clear();
      return questions;
    },
  };
}

/** A hash of what a database answers to these questions. @param ask rows as arrays, in the driver's own values */
export async function digestOf(
  questions: readonly Question[],
  ask: (question: Question) => readonly unknown[] | Promise<readonly unknown[]>,
): Promise<string> {
  const hash = createHash('sha256');
  for (const question of questions) hash.update(JSON.stringify(await ask(question))).update('\n');
  return hash.digest('hex');
}
