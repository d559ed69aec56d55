import { relative } from 'node:path';

/** What is written down of an error. */
export interface ErrorFacts {
  type: string;
  code?: string;
  says?: string;
  /** The statement that failed, with its placeholders; never what stood for them. */
  query?: string;
  at?: string[];
  cause?: ErrorFacts;
}

const mostFrames = 12;
const mostCauses = 4;
const mostCharacters = 300;
const frame = /^ {4}at .+(?::\d+:\d+\)?|\(<anonymous>\)|\(native\))$/;

/**
 * An error for the log: what kind, where in the program, and its words without what they quote. An error's message repeats what it choked
 * on (`Unexpected token 'S', "Secret1" is not valid JSON`, drizzle's parameters, PostgreSQL's values), so everything between the first and
 * the last quotation mark is left out, and a query's error says its statement only.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const { code, query } = error as { code?: unknown; query?: unknown };
  const isQuery = typeof query === 'string' && 'params' in error;
  // Who wraps an error repeats it (tRPC): its words are the cause's, and told as such.
  const isRepeated = cause instanceof Error && message.includes(cause.message);
  const frames = stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().replace(/(?:file:\/\/)?(\/[^():]+)/, (_, path: string) => relative(process.cwd(), path)));
  return {
    type: name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code).slice(0, 40) } : {}),
    ...(isQuery ? { query: query.slice(0, 2000) } : isRepeated ? {} : { says: withoutQuotations(message) }),
    ...(frames.length > 0 ? { at: frames } : {}),
    ...(cause instanceof Error && depth < mostCauses ? { cause: errorFacts(cause, depth + 1) } : {}),
  };
}

/**
 * The first line of what was said, without what it quotes and what is no word: paths, addresses, long tokens. `UNIQUE constraint failed: users.username` stays;
 * of `invalid input syntax for type bigint: "Secret1"` the value goes.
 */
export function withoutQuotations(words: string): string {
  const [first = ''] = words.trim().split('\n');
  return ['"', "'", '`']
    .reduce((text, mark) => text.replace(new RegExp(`${mark}.*${mark}`), '…'), first)
    .replace(/[“‘「].*[”’」]/, '…')
    .replace(/\S*[/\\?=&]\S*|\S{32,}/g, '…')
    .slice(0, mostCharacters);
}
