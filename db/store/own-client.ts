import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';

/** How long the server may take to answer a farewell. */
const farewellMs = 500;

/** A connection that can be given up at any moment: `pg` itself waits for a server that does not answer, or is not there. */
export interface OwnClient extends Client {
  /** Of the server's process; a pooler answers with a number of its own. */
  processID: number | null;
  giveUp(): void;
}

/** The class of a store's connections, and those of them that have not come up yet or are still there. */
export function ownClients(Base: typeof Client) {
  const [coming, standing] = [new Set<OwnClient>(), new Set<OwnClient>()];
  const giveUp = (clients: Iterable<OwnClient>) => {
    for (const client of clients) client.giveUp();
  };
  class Own extends Base {
    declare processID: number | null;
    readonly #socket: Socket;

    constructor(config: ClientConfig) {
      const socket = new Socket();
      super({ ...config, stream: () => socket });
      this.#socket = socket;
      coming.add(this);
      this.once('connect', () => {
        coming.delete(this);
        standing.add(this);
      });
      socket.once('close', () => {
        coming.delete(this);
        standing.delete(this);
      });
    }

    giveUp(): void {
      this.#socket.destroy();
    }
  }
  return { Own, giveUpComing: () => giveUp(coming), giveUpAll: () => giveUp([...coming, ...standing]) };
}

/**
 * Ends a connection, also where nobody answers at its other end.
 *
 * @param last what it is asked before; that it fails is no news
 */
export async function leave(client: OwnClient, last?: string): Promise<void> {
  const farewell = async () => {
    if (last) await client.query(last).catch(() => {});
    await client.end().catch(() => {});
  };
  await Promise.race([farewell(), sleep(farewellMs, undefined, { ref: false })]);
  client.giveUp();
}
