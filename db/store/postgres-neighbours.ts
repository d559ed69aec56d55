import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Listener, Listeners, type Told, type Topic } from './neighbours';

export const channel = 'nianbao';
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * The other processes on a PostgreSQL database. What is heard and what is locked is a session's, so both have connections of their own, straight to
 * the server and past a pooler that gives a connection to another after each transaction.
 *
 * @param connect a new connection
 * @param lost told of each that was lost; another is opened
 */
export function postgresNeighbours(connect: () => Promise<Client>, lost: (error: Error) => void) {
  const listeners = new Listeners();
  let listening: Promise<void> | null = null;
  let ear: Client | null = null;
  let isClosed = false;

  async function listen(): Promise<void> {
    for (let pauseMs = firstPauseMs; !isClosed; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        const client = await connect();
        if (isClosed) return void (await client.end());
        ear = client;
        const ended = new Promise<Error>((resolve) => {
          client.once('error', resolve);
          client.once('end', () => resolve(new Error('the server ended the connection')));
        });
        client.on('notification', ({ payload }) => listeners.pass(JSON.parse(payload ?? '') as Told));
        await client.query(`listen ${channel}`);
        // What was told before, and between two connections, was told to nobody here.
        listeners.passMissed();
        pauseMs = firstPauseMs;
        const error = await ended;
        if (!isClosed) lost(error);
      } catch (error) {
        if (!isClosed) lost(error as Error);
      } finally {
        ear = null;
      }
      if (!isClosed) await sleep(pauseMs, undefined, { ref: false });
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
      const client = await connect();
      try {
        const { rows } = await client.query<{ isOurs: boolean }>(
          `select pg_try_advisory_lock(hashtextextended('nianbao job ' || $1, 0)) as "isOurs"`,
          [job],
        );
        if (!rows[0]?.isOurs) return false;
        await work();
        return true;
      } finally {
        await client.end().catch(() => {});
      }
    },
    async close(): Promise<void> {
      isClosed = true;
      await ear?.end().catch(() => {});
      await listening;
    },
  };
}
