import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresServer } from '@/db/testing/postgres-server';
import { seededRandom } from '@/server/domain/seeded-random';
import { judgeSaved, type Kills } from './kills';
import { savedInPostgres } from './saved-in-postgres';
import { type Answered, saveUntilCut, startSaving } from './saving';

/**
 * Clerks save while PostgreSQL itself falls, by turns: one of its processes is killed, upon which it ends all others and recovers, or all of it is
 * stopped at once. The server that the clerks talk to stays; what was not answered is sent again until it is. An acknowledgement that
 * PostgreSQL did not keep would be missing then; one whose answer was lost must not count twice.
 */
export async function crashWhileSaving(
  folder: string,
  server: PostgresServer,
  { crashes, clerks: count, seed }: { crashes: number; clerks: number; seed: number },
): Promise<Kills> {
  const random = seededRandom(seed);
  const told: Kills = { kills: crashes, acknowledged: 0, lost: 0, halves: 0, doubled: 0, notWhole: 0 };
  const answered: Answered = new Map();
  const saved = savedInPostgres(server.url);
  const { child, port, seeded } = await startSaving({ dataFolder: folder, databaseUrl: server.url, clerks: count });
  const clerks = seeded ?? [];
  // What is asked here is what clerks were told, not how the office was made.
  await ask(server.url, 'checkpoint');
  try {
    for (let crash = 0; crash < crashes; crash += 1) {
      let isDone = false;
      let firstAnswer = () => {};
      const isUnderWay = new Promise<void>((resolve) => {
        firstAnswer = resolve;
      });
      const saving = clerks.map((clerk) => saveUntilCut(port, clerk, { answered, onAnswer: firstAnswer, isDone: () => isDone }));
      await isUnderWay;
      await pause(random.integer(0, 400));
      if (crash % 2 === 0) await server.crash();
      else await killOne(server.url);
      isDone = true;
      for (const done of await Promise.all(saving)) told.acknowledged += done;
      judgeSaved(told, clerks, answered, await saved(crash === crashes - 1));
    }
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  return told;
}

/** Kills a process of PostgreSQL that serves one of the others, and waits until all have been ended and it answers again. */
async function killOne(url: string): Promise<void> {
  const witness = new Client({ connectionString: url });
  witness.on('error', () => {});
  await witness.connect();
  const ended = new Promise((resolve) => witness.once('end', resolve));
  const { rows } = await witness.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by state = 'idle', pid limit 1`,
  );
  if (!rows[0]) throw new Error('nobody is connected to PostgreSQL');
  process.kill(rows[0].pid, 'SIGKILL');
  await ended;
  for (let isUp = false; !isUp; await pause(20))
    isUp = await ask(url, 'select 1').then(
      () => true,
      () => false,
    );
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
