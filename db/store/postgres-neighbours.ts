import { setTimeout as sleep } from 'node:timers/promises';
import { type Listener, Listeners, type Told, type Topic } from './neighbours';
import { leave, type OwnClient } from './own-client';

export const channel = 'nianbao';
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** Told of what nobody asked for. */
export interface NeighboursWatch {
  /** Of each connection that was lost, or not had; another is opened. */
  lost: (error: Error) => void;
  /** Of whoever threw when they were told something. */
  failed: (error: Error) => void;
}

/**
 * The other processes on a PostgreSQL database. What is heard and what is locked is a session's, so both have connections of their own, straight to
 * the server and past a pooler that gives a connection to another after each transaction.
 *
 * @param connect a new connection; given up when the signal is aborted before it is had
 */
export function postgresNeighbours(connect: (signal: AbortSignal) => Promise<OwnClient>, { lost, failed }: NeighboursWatch) {
  const listeners = new Listeners(failed);
  const closing = new AbortController();
  const { signal } = closing;
  let listening: Promise<void> | null = null;

  async function listen(): Promise<void> {
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      let client: OwnClient | null = null;
      try {
        client = await connect(signal);
        const over = untilOver(client, signal).then((error) => Promise.reject(error));
        client.on('notification', ({ payload }) => {
          const told = toldIn(payload);
          if (told) listeners.pass(told);
          else listeners.passMissed();
        });
        await Promise.race([client.query(`listen ${channel}`), over]);
        // What was told before, and between two connections, was told to nobody here.
        listeners.passMissed();
        pauseMs = firstPauseMs;
        await over;
      } catch (error) {
        if (!signal.aborted) lost(error as Error);
      } finally {
        if (client) await leave(client);
      }
      await sleep(pauseMs, undefined, { ref: false, signal }).catch(() => {});
    }
  }

  return {
    hear(topic: Topic, listener: Listener): () => void {
      const stop = listeners.add(topic, listener);
      listening ??= listen();
      return stop;
    },
    /** The lock is the connection's: with a process that dies, or a server that goes, it is free again. */
    async alone(job: string, work: () => Promise<void>): Promise<boolean> {
      const client = await connect(signal);
      try {
        const { rows } = await client.query<{ isOurs: boolean }>(
          `select pg_try_advisory_lock(hashtextextended('nianbao job ' || $1, 0)) as "isOurs"`,
          [job],
        );
        if (!rows[0]?.isOurs) return false;
        await work();
        return true;
      } finally {
        await leave(client, 'select pg_advisory_unlock_all()');
      }
    },
    async close(): Promise<void> {
      closing.abort();
      await listening;
    },
  };
}

/** Resolves when a connection is over, or nobody listens any more. */
function untilOver(client: OwnClient, signal: AbortSignal): Promise<Error> {
  return new Promise((resolve) => {
    const over = (error: Error) => {
      signal.removeEventListener('abort', closed);
      resolve(error);
    };
    const closed = () => over(new Error('nobody listens any more'));
    client.once('error', over);
    client.once('end', () => over(new Error('the server ended the connection')));
    signal.addEventListener('abort', closed);
    if (signal.aborted) closed();
  });
}

/** Null: another program, or another version of this one, told something on the same channel. */
function toldIn(payload: string | undefined): Told | null {
  try {
    const told = JSON.parse(payload ?? '') as Partial<Told> | null;
    return typeof told?.topic === 'string' && typeof told.about === 'string' ? (told as Told) : null;
  } catch {
    return null;
  }
}
