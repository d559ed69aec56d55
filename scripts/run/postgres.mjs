import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { run } from './children.mjs';
import { answers } from './install.mjs';
import { Problem, say } from './say.mjs';

/** Where distributions keep the programs of a server, which they do not put on PATH. */
const versioned = [
  ['/usr/lib/postgresql', (name) => `/usr/lib/postgresql/${name}/bin`],
  ['/usr', (name) => (name.startsWith('pgsql-') ? `/usr/${name}/bin` : null)],
  ['/opt/homebrew/opt', (name) => (name.startsWith('postgresql@') ? `/opt/homebrew/opt/${name}/bin` : null)],
];
/** Kept out of our way and the machine's: Debian's package would otherwise make a database of its own and serve it. */
const noOwnCluster = '/etc/postgresql-common/createcluster.d/nianbao-tests.conf';
const quietly = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };

/**
 * The programs of a PostgreSQL server, with which the tests make one for themselves: on PATH, or where distributions keep them, the
 * newest first. NIANBAO_POSTGRES names the folder they are in; nothing else is then looked at.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | undefined} the folder that has `initdb`, `pg_ctl`, `postgres`, `pg_dump`; undefined when there is none
 */
export function findPostgres(env = process.env) {
  const candidates = env.NIANBAO_POSTGRES ? [env.NIANBAO_POSTGRES] : [...(env.PATH ?? '').split(':'), ...versionedFolders()];
  return candidates.find((folder) => ['initdb', 'pg_ctl', 'postgres', 'pg_dump'].every((name) => isThere(`${folder}/${name}`)));
}

/**
 * A PostgreSQL for the tests: found, else installed where we may, else a sentence that names it.
 *
 * @returns {Promise<string>} the folder with its programs
 */
export async function providePostgres() {
  if (!findPostgres() && process.getuid?.() === 0 && answers('apt-get')) {
    say('installing postgresql for the tests …');
    if (!existsSync(noOwnCluster)) {
      mkdirSync(dirname(noOwnCluster), { recursive: true });
      writeFileSync(noOwnCluster, 'create_main_cluster = false\n');
    }
    await run(['apt-get', 'update'], quietly);
    await run(['apt-get', 'install', '-y', '--no-install-recommends', 'postgresql'], quietly);
  }
  const folder = findPostgres();
  if (folder) return folder;
  throw new Problem(noPostgres);
}

export const noPostgres = [
  'The integration tests need the programs of a PostgreSQL server (initdb, pg_ctl, postgres, pg_dump), and they could not be installed from here.',
  'On Debian or Ubuntu, as root: apt-get install -y --no-install-recommends postgresql.',
  'Elsewhere install PostgreSQL 13 or newer (the folder with its programs in NIANBAO_POSTGRES), then run npm test again. No server has to run.',
].join(' ');

function isThere(program) {
  return existsSync(program) && answers(program);
}

function versionedFolders() {
  return versioned.flatMap(([folder, programsOf]) => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.sort((one, other) => other.localeCompare(one, 'en', { numeric: true })).flatMap((name) => programsOf(name) ?? []);
  });
}
