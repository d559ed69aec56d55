import Database from 'better-sqlite3';
import pg from 'pg';

// What both drivers call for each statement, whatever builds it.
const { prototype: sqlite } = (() => {
  const connection = new Database(':memory:');
  try {
    return {
      prototype: Object.getPrototypeOf(connection.prepare('select 1')) as Record<'all' | 'get' | 'run', (...values: never[]) => unknown>,
    };
  } finally {
    connection.close();
  }
})();
const postgres = pg.Client.prototype as unknown as Record<'query', (...values: never[]) => unknown>;

/** How many statements either engine is sent, in this process, while some work is done. Only one count at a time. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const undo = [
    ...(['all', 'get', 'run'] as const).map((name) => counted(sqlite, name, () => count++)),
    counted(postgres, 'query', () => count++),
  ];
  try {
    await work();
    return count;
  } finally {
    for (const back of undo) back();
  }
}

function counted<K extends string>(prototype: Record<K, (...values: never[]) => unknown>, name: K, onCall: () => void): () => void {
  const plain = prototype[name];
  prototype[name] = function (this: unknown, ...values: never[]) {
    onCall();
    return plain.apply(this, values);
  };
  return () => {
    prototype[name] = plain;
  };
}
