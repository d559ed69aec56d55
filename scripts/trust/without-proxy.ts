import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inWorkFolder } from '../bench/work-folder';
import { journeysOf } from './isolation';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the checkout without `proxy.ts`, built, and the journeys of T22 in it. */
export async function doorsWithoutProxy(folder: string): Promise<{ figure: string; holds: boolean }> {
  return inWorkFolder(folder, async (work) => {
    const copy = join(work, 'nianbao');
    mkdirSync(copy);
    for (const name of readdirSync(root))
      if (!['.git', '.next', '.nianbao', 'node_modules', 'proxy.ts', 'test-results'].includes(name))
        cpSync(join(root, name), join(copy, name), { recursive: true });
    // Names of the same files: nothing is written into packages.
    spawnSync('cp', ['-al', join(root, 'node_modules'), join(copy, 'node_modules')], { stdio: 'inherit' });
    const inCopy = (...args: string[]) => spawnSync('npx', args, { cwd: copy, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
    if (!inCopy('next', 'build')) return { figure: 'the app does not build without proxy.ts', holds: false };
    inCopy('playwright', 'test', '-g', 'T22:');
    const journeys = journeysOf(copy);
    const passed = journeys.filter(({ hasPassed }) => hasPassed).length;
    rmSync(copy, { recursive: true, force: true });
    return {
      figure: `${passed} of ${journeys.length} journeys of T22, built without proxy.ts`,
      holds: journeys.length > 0 && passed === journeys.length,
    };
  });
}
