import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, piecesOf } from './fingerprint.mjs';
import { requireLogged } from './logged.mjs';
import { npmCommand } from './npm-command.mjs';
import { once } from './once.mjs';
import { installStamp, root } from './paths.mjs';
import { say } from './say.mjs';
import { requireCompileTools } from './tools.mjs';

/** `npm ci` when the lock file, the platform or Node's binary interface changed since the last one that finished. */
export async function install() {
  await once({
    stamp: installStamp,
    doing: 'installing',
    wanted: () => fingerprint([...piecesOf(root, ['package-lock.json']), ['machine', machine()]]),
    isThere: () => existsSync(join(root, 'node_modules/.package-lock.json')),
    work: async (onStart) => {
      requireCompileTools();
      say('installing dependencies (about a minute: SQLite is compiled) …');
      // NODE_ENV=production would leave out what the build needs.
      const env = { ...process.env, NODE_ENV: 'development' };
      await requireLogged('install', [...npmCommand(), 'ci', '--include=dev'], { env, onStart });
    },
  });
}

const machine = () => [process.platform, process.arch, process.versions.modules].join(' ');
