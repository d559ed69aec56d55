import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { OwnClient } from './own-client';
import { postgresNeighbours } from './postgres-neighbours';

/** A connection to a server that answers as the test says. */
class MadeUpClient extends EventEmitter {
  isOver = false;
  asked: string[] = [];
  constructor(readonly answer: (sql: string) => Promise<unknown>) {
    super();
  }
  query(sql: string) {
    this.asked.push(sql);
    return this.answer(sql);
  }
  async end() {
    this.giveUp();
  }
  giveUp() {
    if (this.isOver) return;
    this.isOver = true;
    this.emit('end');
  }
}

function neighboursOf(answer: (sql: string, nth: number) => Promise<unknown>) {
  const clients: MadeUpClient[] = [];
  const [lost, failed]: string[][] = [[], []];
  const neighbours = postgresNeighbours(
    async () => {
      const nth = clients.length;
      const client = new MadeUpClient((sql) => answer(sql, nth));
      clients.push(client);
      return client as unknown as OwnClient;
    },
    { lost: ({ message }) => lost?.push(message), failed: ({ message }) => failed?.push(message) },
  );
  return { neighbours, clients, lost, failed };
}

const until = async (holds: () => boolean) => {
  while (!holds()) await nextTurn();
};

it('a connection on which LISTEN fails is ended before another is opened', async () => {
  const standby = async (_: string, nth: number) => {
    if (nth < 2) throw new Error('cannot execute LISTEN during recovery');
  };
  const { neighbours, clients, lost } = neighboursOf(standby);
  neighbours.hear('session.ended', () => {});
  await until(() => clients.length === 3);
  expect(clients.map(({ isOver }) => isOver)).toEqual([true, true, false]);
  await neighbours.close();
  expect([clients[2]?.isOver, lost]).toEqual([true, Array(2).fill('cannot execute LISTEN during recovery')]);
});

it('what nobody can read says that something may have been missed', async () => {
  const { neighbours, clients, lost, failed } = neighboursOf(async () => {});
  const heard: (string | null)[] = [];
  neighbours.hear('session.ended', (about) => {
    heard.push(about);
    if (about === 'bug') throw new Error('a bug');
  });
  await until(() => heard.length === 1);
  for (const payload of ['{', undefined, 'null', '{"topic":"session.ended"}'])
    clients[0]?.emit('notification', { channel: 'nianbao', payload });
  for (const about of ['bug', 'one'])
    clients[0]?.emit('notification', { channel: 'nianbao', payload: JSON.stringify({ topic: 'session.ended', about }) });
  await neighbours.close();
  expect([heard, lost, failed]).toEqual([[null, null, null, null, null, 'bug', 'one'], [], ['a bug']]);
});

it('is closed while a connection is on its way, while it pauses, and while the server does not answer', async () => {
  const never = new Promise(() => {});
  const silent = neighboursOf(() => never);
  silent.neighbours.hear('session.ended', () => {});
  await until(() => silent.clients[0]?.asked.length === 1);
  await silent.neighbours.close();

  let isPausing = false;
  const pausing = postgresNeighbours(() => Promise.reject(new Error('nobody there')), {
    lost: () => {
      isPausing = true;
    },
    failed: () => {},
  });
  pausing.hear('session.ended', () => {});
  await until(() => isPausing);
  await pausing.close();

  const coming = postgresNeighbours(
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up')))),
    { lost: () => {}, failed: () => {} },
  );
  coming.hear('session.ended', () => {});
  await coming.close();
});

it('a job gives its lock back before its connection ends, also when it fails', async () => {
  const { neighbours, clients } = neighboursOf(async () => ({ rows: [{ isOurs: true }] }));
  const job = neighbours.alone('backup', () => Promise.reject(new Error('no room')));
  await expect(job).rejects.toThrow('no room');
  expect([clients[0]?.asked.at(-1), clients[0]?.isOver]).toEqual(['select pg_advisory_unlock_all()', true]);
});
