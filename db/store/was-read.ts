import { createHash, hash } from 'node:crypto';

/** One question to the database, as the engine was asked it. */
export interface Question {
  sql: string;
  params: readonly unknown[];
}

/** What something was made of, in a moment of the log: every question that was asked for it, and a hash of each answer. */
export interface WasRead {
  questions: readonly Question[];
  /** SHA-256 of each. */
  digests: readonly string[];
  /** The newest event of that moment. */
  seq: number;
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

/**
 * A question of SQLite's whose answer is one text: every row with every value. SQLite writes that in a quarter of the time in which its driver
 * makes rows.
 *
 * @param columns of an answer, whether each holds bytes: of these SQLite makes no JSON
 */
export function asOneText({ sql, params }: Question, columns: readonly boolean[]): Question {
  const names = columns.map((_, index) => `c${index}`);
  const values = columns.map((isBytes, index) => (isBytes ? `hex(c${index})` : `c${index}`));
  return {
    sql: `with answer(${names.join(', ')}) as (${sql}) select json_group_array(json_array(${values.join(', ')})) from answer`,
    params,
  };
}

/** A hash of texts that are there at once: nothing is written between two questions. */
export function digestOfTexts(questions: readonly Question[], ask: (question: Question) => string): string {
  const hash = createHash('sha256');
  for (const question of questions) hash.update(ask(question)).update('\n');
  return hash.digest('hex');
}

/** The hash of each of these texts' answers. */
export function digestsOfTexts(questions: readonly Question[], ask: (question: Question) => string): string[] {
  return questions.map((question) => hash('sha256', ask(question)));
}

/** A statement of PostgreSQL's has room for 65,535 values; with more, the whole would be refused. */
const maxValues = 30_000;

/**
 * The questions as few of PostgreSQL's, each answered with a hash for each of its own: one way to the server wherever their values have room in one
 * statement. Where they are several, whoever asks sees to it that they are asked in one moment.
 */
export function asFewQuestions(questions: readonly Question[]): Question[] {
  const parts: Question[][] = [];
  let values = 0;
  for (const question of questions) {
    const part = parts.at(-1);
    values += question.params.length;
    if (part && values <= maxValues) part.push(question);
    else {
      parts.push([question]);
      values = question.params.length;
    }
  }
  return parts.map(asOneQuestion);
}

function asOneQuestion(questions: readonly Question[]): Question {
  const params: unknown[] = [];
  const answers = questions.map((question, index) => {
    const before = params.length;
    params.push(...question.params);
    const sql = question.sql.replace(/\$(\d+)/g, (_, number) => `$${before + Number(number)}`);
    return `(select encode(sha256(convert_to(coalesce(json_agg(q${index})::text, ''), 'UTF8')), 'hex') from (${sql}) q${index})`;
  });
  return { sql: `select array[${answers.join(', ')}]::text[] as digests`, params };
}
