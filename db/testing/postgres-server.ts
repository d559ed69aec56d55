import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, noPostgres } from '../../scripts/run/postgres.mjs';
import { freePort } from '../../server/free-port';

export interface PostgresServer {
  /** Of the database `postgres`; the others of this server are at the same address under their own names. */
  url: string;
  /** Everything it has; taken away when it stops. */
  folder: string;
  stop(): Promise<void>;
  /** Lets it fall as it stands (`immediate`: nothing is written any more) and starts it again. Resolves when it answers. */
  crash(): Promise<void>;
}

const user = 'nianbao';
const maxTries = 3;

/**
 * Makes the server, says so, waits until its standard input is closed, and takes everything away again. A pipe closes also when the
 * one who holds it is killed: nothing of a test run that was cut short stays behind.
 */
const keeper = `
set -e
trap 'cd /; rm -rf "$1"' EXIT
cd "$1"
"$2/initdb" -D data -U ${user} -A trust -E UTF8 --locale=C.UTF-8 --no-sync > log 2>&1 || { cat log >&2; exit 1; }
"$2/pg_ctl" -D data -l log -w -t 120 -o "$3" start > /dev/null 2>&1 || { cat log >&2; exit 1; }
echo ready
while read -r _; do
  "$2/pg_ctl" -D data -l log -w -t 120 -m immediate -o "$3" restart > /dev/null 2>&1 || { cat log >&2; exit 1; }
  echo ready
done
"$2/pg_ctl" -D data -m immediate stop > /dev/null
`;

/** Nothing on it outlives a crash, which is of no use to most tests and makes it fast. */
const fast = {
  listen_addresses: '127.0.0.1',
  max_connections: '300',
  shared_buffers: '32MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  deadlock_timeout: '100ms',
};

/** As a server is set up that is to keep what it has acknowledged. */
export const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/**
 * A PostgreSQL server of our own on loopback, in a temporary folder, as another user where we are root (it refuses to be root's).
 * Whatever server the machine runs besides is none of our business.
 *
 * @param settings beside or instead of those that make it fast
 * @throws Error with what to install when there is no PostgreSQL, or with the server's own words when it does not start
 */
export async function startPostgres(
  env: Record<string, string | undefined> = process.env,
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const programs = findPostgres(env);
  if (!programs) throw new Error(noPostgres);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(programs, await freePort(), { ...fast, ...settings });
    } catch (error) {
      // Another program may have taken the port meanwhile.
      if (attempt >= maxTries) throw error;
    }
  }
}

async function startOn(programs: string, port: number, settings: Record<string, string>): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-postgres-'));
  const owner = ownerOfServer();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const options = Object.entries({ ...settings, port: String(port), unix_socket_directories: folder }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const child = spawn('/bin/sh', ['-c', keeper, 'sh', folder, programs, options.join(' ')], {
    ...owner,
    cwd: '/',
    detached: true,
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit');
  const isReady = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)]);
  if (!isReady) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL (${programs}) did not start for the tests:\n${said.trim()}`);
  }
  return {
    url: `postgres://${user}@127.0.0.1:${port}/postgres`,
    folder,
    async crash() {
      const isUp = once(child.stdout, 'data');
      child.stdin.write('again\n');
      await Promise.race([isUp, ended.then(() => Promise.reject(new Error(`PostgreSQL did not start again:\n${said.trim()}`)))]);
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The package's own user, else nobody; null where we are not root and stay who we are. */
export function ownerOfServer(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody'])
    try {
      const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      return { uid, gid };
    } catch {
      // There is no such user.
    }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.');
}
