import type { Store, Tx } from '@/db/store';
import type { CommandContext } from './command';

class Undone extends Error {}

/**
 * Lets commands do what they would do, looks at what they leave, and undoes all of it: no row and no event is kept. What is
 * previewed is thereby exactly what will happen, whichever command it is.
 *
 * It holds SQLite's writer until `look` has looked: for a person who asks, never for every keystroke.
 *
 * @param look gets a context whose commands take part in the transaction that is undone, and that transaction
 * @throws Refused when a command refuses; that refusal is not recorded, because nobody has tried in earnest
 */
export async function dryRun<T>(context: CommandContext, look: (trial: CommandContext, tx: Tx) => Promise<T>): Promise<T> {
  const seen: T[] = [];
  try {
    await context.store.tx(async (tx) => {
      const store: Store = { ...context.store, read: tx, tx: (work) => work(tx) };
      seen.push(await look({ ...context, store }, tx));
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  const [last] = seen.slice(-1);
  if (seen.length === 0) throw new Error('a trial that ended has seen something');
  return last as T;
}
