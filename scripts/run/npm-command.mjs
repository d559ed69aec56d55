import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * How to call npm: the npm that called us, else the one that came with this Node, else whatever PATH has. Another package
 * manager that called us does not count, because it would ignore package-lock.json.
 *
 * @returns {string[]} command and first arguments
 */
export function npmCommand(env = process.env) {
  const caller = env.npm_execpath ?? '';
  const bundled = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = [caller, bundled].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  return script ? [process.execPath, script] : ['npm'];
}
