import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A call of npm as a command line: of the npm that called us, else of the one that came with this Node (a service manager's PATH may
 * have none). Another package manager that called us would ignore package-lock.json.
 *
 * @param {string[]} args
 */
export function npm(...args) {
  const bundled = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath ?? '', bundled].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  return script ? [process.execPath, script, ...args] : ['npm', ...args];
}
