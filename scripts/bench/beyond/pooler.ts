import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@/server/free-port';
import type { PostgresPair } from './postgres-pair';

/** PgBouncer in transaction mode before the pair. */
export interface Pooler {
  port: number;
  /** Sends whoever comes from now on to another server. */
  leadTo(port: number): void;
  stop(): void;
}

export const noPooler =
  'This bench needs PgBouncer beside PostgreSQL. On Debian or Ubuntu, as root: apt-get install -y --no-install-recommends pgbouncer.';

/** @throws Error with what to install */
export async function startPooler(pair: PostgresPair): Promise<Pooler> {
  const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => spawnSync(path, ['--version']).status === 0);
  if (!program) throw new Error(noPooler);
  const port = await freePort();
  const folder = join(pair.folder, 'pooler');
  mkdirSync(folder);
  const own = (path: string) => pair.owner && chownSync(path, pair.owner.uid, pair.owner.gid);
  own(folder);
  const ini = join(folder, 'pgbouncer.ini');
  const configure = (server: number) => {
    writeFileSync(
      ini,
      [
        '[databases]',
        `* = host=127.0.0.1 port=${server} user=nianbao`,
        '[pgbouncer]',
        'listen_addr = 127.0.0.1',
        `listen_port = ${port}`,
        'unix_socket_dir =',
        'auth_type = any',
        'pool_mode = transaction',
        'max_client_conn = 300',
        // Fewer than the app's connections: if transactions did not share them, it would stand still.
        'default_pool_size = 20',
        'server_login_retry = 1',
        `logfile = ${join(folder, 'log')}`,
        '',
      ].join('\n'),
    );
  };
  configure(pair.primaryPort);
  const child = spawn(program, [ini], { ...pair.owner, cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  return {
    port,
    leadTo(server) {
      configure(server);
      child.kill('SIGHUP');
    },
    stop: () => void child.kill('SIGTERM'),
  };
}
