import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ownerOfServer } from '@/db/testing/postgres-server';
import { freePort } from '@/server/free-port';
import { findPostgres, noPostgres } from '../../run/postgres.mjs';

const user = 'nianbao';

/** A PostgreSQL that answers a commit only when its standby has it on disk too, and that standby. Both on loopback, with everything flushed. */
export interface PostgresPair {
  folder: string;
  owner: { uid: number; gid: number } | null;
  primaryPort: number;
  standbyPort: number;
  url(port: number, database: string): string;
  /** As if its machine had lost power: all its processes at once. */
  killPrimary(): void;
  /** Makes the standby the primary. It then waits for no other. */
  promote(): void;
  stop(): void;
}

/** @throws Error when there is no PostgreSQL, or with its own words when it does not start */
export async function startPair(): Promise<PostgresPair> {
  const programs = findPostgres();
  if (!programs) throw new Error(noPostgres);
  const owner = ownerOfServer();
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pair-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const act = (program: string, parameters: string[]) =>
    execFileSync(join(programs, program), parameters, {
      ...owner,
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  const [primaryPort, standbyPort] = [await freePort(), await freePort()];
  const [primary, standby] = [join(folder, 'primary'), join(folder, 'standby')];
  const start = (data: string, port: number) =>
    act('pg_ctl', ['-D', data, '-l', `${data}.log`, '-w', '-t', '120', '-o', `-p ${port}`, 'start']);

  act('initdb', ['-D', primary, '-U', user, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  appendFileSync(
    join(primary, 'postgresql.conf'),
    [
      "listen_addresses = '127.0.0.1'",
      `unix_socket_directories = '${folder}'`,
      'max_connections = 200',
      'shared_buffers = 256MB',
      'wal_level = replica',
      'max_wal_senders = 4',
      'synchronous_commit = on',
      '',
    ].join('\n'),
  );
  start(primary, primaryPort);
  act('pg_basebackup', [
    '-h',
    '127.0.0.1',
    '-p',
    String(primaryPort),
    '-U',
    user,
    '-D',
    standby,
    '-R',
    '-X',
    'stream',
    '-C',
    '-S',
    'standby',
  ]);
  start(standby, standbyPort);
  // The standby was copied before this line: promoted, it waits for nobody.
  appendFileSync(join(primary, 'postgresql.conf'), "synchronous_standby_names = '*'\n");
  act('pg_ctl', ['-D', primary, 'reload']);
  const pair: PostgresPair = {
    folder,
    owner,
    primaryPort,
    standbyPort,
    url: (port, database) => `postgres://${user}@127.0.0.1:${port}/${database}`,
    killPrimary() {
      const [pid] = readFileSync(join(primary, 'postmaster.pid'), 'utf8').split('\n');
      const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
        .trim()
        .split(/\s+/);
      for (const one of [pid, ...children])
        try {
          process.kill(Number(one), 'SIGKILL');
        } catch {
          // It has gone with its parent.
        }
    },
    promote: () => act('pg_ctl', ['-D', standby, '-w', 'promote']),
    stop() {
      for (const data of [primary, standby])
        spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-t', '20', 'stop'], {
          ...owner,
          cwd: folder,
          stdio: 'ignore',
        });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await isSynchronous(pair.url(primaryPort, 'postgres'));
  } catch (error) {
    pair.stop();
    throw error;
  }
  return pair;
}

async function isSynchronous(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (let look = 0; look < 300; look += 1) {
      const { rows } = await client.query("select 1 from pg_stat_replication where sync_state = 'sync'");
      if (rows.length > 0) return;
      await sleep(100);
    }
    throw new Error('the standby does not follow');
  } finally {
    await client.end();
  }
}
