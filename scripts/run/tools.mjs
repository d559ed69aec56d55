import { spawnSync } from 'node:child_process';
import { Problem } from './problem.mjs';

/** What compiling SQLite's driver during installation needs. */
const compileTools = ['python3', 'make', 'g++'];

/** Asks each tool for its version: a name on PATH alone may be a shim with nothing behind it. */
export function requireCompileTools() {
  const missing = compileTools.filter((tool) => !answers(tool));
  if (missing.length > 0) throw new Problem(missingToolsSentence(missing, process.platform));
}

/** @returns {boolean} whether the program exists and can say its version */
export function answers(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * @param {string[]} missing
 * @param {string} platform as in process.platform
 */
export function missingToolsSentence(missing, platform) {
  const names = missing.join(', ');
  const mend =
    platform === 'darwin'
      ? 'install them with: xcode-select --install'
      : 'install them, on Debian or Ubuntu with: apt-get install -y python3 make g++ (Fedora, openEuler: dnf install -y python3 make gcc-c++)';
  return `Missing: ${names}. The SQLite driver is compiled during installation and needs ${compileTools.join(', ')}; ${mend}. Then run the command again.`;
}
