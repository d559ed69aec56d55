import { eventHead, listEvents, type Store, type Tx } from '@/db/store';

class Undo extends Error {}

/**
 * The store, in which every transaction is undone at its end; `log` keeps the kinds of the events each of them would have left.
 *
 * @param look sees what a transaction would have left, before it is undone
 */
export function rolledBack(store: Store, look: (tx: Tx) => Promise<void> = async () => {}): { store: Store; log: string[][] } {
  const log: string[][] = [];
  return {
    log,
    store: {
      ...store,
      async tx<T>(work: Parameters<typeof store.tx<T>>[0]): Promise<T> {
        const done: { result: T }[] = [];
        try {
          await store.tx(async (tx) => {
            const { seq } = await eventHead(tx);
            done.push({ result: await work(tx) });
            log.push((await listEvents(tx, { after: seq, limit: 10_000 })).map((event) => event.kind));
            await look(tx);
            throw new Undo();
          });
        } catch (error) {
          if (!(error instanceof Undo)) throw error;
        }
        const [last] = done;
        if (!last) throw new Error('a transaction that ended has a result');
        return last.result;
      },
    },
  };
}
