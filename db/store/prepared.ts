import type { Db, Reader } from './store';

interface Runnable<T> {
  execute(values?: Record<string, unknown>): Promise<T>;
}

const cache = new WeakMap<Db, Map<string, Runnable<unknown>>>();

/**
 * Keeps the compiled form of a query on the path of every keystroke: building SQL costs more than running it.
 *
 * @param name unique within db/store
 * @param build the query, with `sql.placeholder` for what changes
 */
export function prepared<T>(reader: Reader, name: string, build: (reader: Reader) => { prepare(): Runnable<T> }): Runnable<T> {
  let known = cache.get(reader.db);
  if (!known) {
    known = new Map();
    cache.set(reader.db, known);
  }
  let query = known.get(name);
  if (!query) {
    query = build(reader).prepare();
    known.set(name, query);
  }
  return query as Runnable<T>;
}
