import { spawnSync } from 'node:child_process';
import { root, runStep } from './children.mjs';
import { fingerprint } from './fingerprint.mjs';
import { npm } from './npm.mjs';
import { once } from './once.mjs';
import { Problem } from './say.mjs';

/** What compiling SQLite's driver during installation needs. */
const compileTools = ['python3', 'make', 'g++'];

/** `npm ci` when the lock file, the platform or Node's binary interface changed since the last one that finished. */
export async function install() {
  const machine = [process.platform, process.arch, process.versions.modules].join(' ');
  await once({
    stamp: 'node_modules/.nianbao-install',
    doing: 'installing dependencies (about a minute: SQLite is compiled)',
    wanted: () => `${machine} ${fingerprint(root, ['package-lock.json'])}`,
    work: async () => {
      requireCompileTools();
      // NODE_ENV=production would leave out what the build needs.
      await runStep('install', npm('ci', '--include=dev', '--no-audit', '--no-fund'), { env: { ...process.env, NODE_ENV: 'development' } });
    },
  });
}

function requireCompileTools() {
  const missing = compileTools.filter((tool) => !answers(tool)).join(', ');
  if (missing)
    throw new Problem(
      `Missing: ${missing}. The SQLite driver is compiled during installation and needs ${compileTools.join(', ')}; install them, on Debian or Ubuntu with: apt-get install -y python3 make g++ (Fedora, openEuler: dnf install -y python3 make gcc-c++; macOS: xcode-select --install). Then run the command again.`,
    );
}

/** Asks a program for its version: a name on PATH alone may be a shim with nothing behind it. */
export function answers(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
