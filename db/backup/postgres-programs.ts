import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Where distributions keep them beside each other, a folder for each version. */
const versioned = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/** The machine has no programs of PostgreSQL: nothing was looked at. */
export class ProgramMissing extends Error {}

/**
 * Runs a program of PostgreSQL to its end. Address and password go in the environment: arguments are seen by everybody on the machine.
 *
 * @param hear what it writes, while it writes it
 * @throws Error with what to install, or with the program's own words
 */
export async function runPostgres(
  program: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  { url = null, hear = null }: { url?: string | null; hear?: ((child: ChildProcess) => Promise<void>) | null } = {},
): Promise<void> {
  const child = spawn(pathOf(program), args, {
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', ...(url ? connection(url) : {}) } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', hear ? 'pipe' : 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new ProgramMissing(
      `找不到 ${program}；请安装与服务器同版本或更新的 PostgreSQL 客户端（Debian: postgresql-client）/ ${program} is missing: install PostgreSQL’s client programs, of the server's version or newer`,
    );
  });
  const [[code]] = await Promise.all([ended, hear?.(child)]);
  if (code !== 0) throw new Error(`${program}: ${said.trim().split('\n').slice(0, 5).join('\n')}`);
}

/**
 * The newest there is: it reads what older ones wrote, and an older one refuses a newer server. Else what the machine calls so.
 * NIANBAO_POSTGRES names the folder they are in; nothing else is then looked at.
 */
function pathOf(program: string): string {
  if (process.env.NIANBAO_POSTGRES) return join(process.env.NIANBAO_POSTGRES, program);
  const found = versioned.flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, 'bin', program)) : [],
  );
  const newestLast = found.filter((path) => existsSync(path)).sort((one, other) => versionIn(one) - versionIn(other));
  return newestLast.at(-1) ?? program;
}

function versionIn(path: string): number {
  return Number(/(\d+)\/bin\//.exec(path)?.[1] ?? 0);
}

/** An address as the variables that PostgreSQL's programs read. */
function connection(url: string): Record<string, string> {
  const { host, port, user, database, password } = new Client({ connectionString: url });
  const modes = Object.fromEntries(
    [...url.matchAll(/[?&](ssl(?:mode|rootcert|cert|key))=([^&]+)/g)].map(([, name = '', value = '']) => [
      `PG${name.toUpperCase()}`,
      decodeURIComponent(value),
    ]),
  );
  const given = { PGHOST: host, PGPORT: String(port), PGUSER: user, PGDATABASE: database, PGPASSWORD: password ?? undefined };
  return { ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Record<string, string>), ...modes };
}
