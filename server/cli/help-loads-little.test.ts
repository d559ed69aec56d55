import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** An import that is there when the program runs: types are not. */
const imports = /(?:^(?:import|export) (?!type )[^;]*?from |^import |\(await import\()'([^']+)'/gm;

/** Files of ours that are loaded before a command acts, from `main.ts` on. */
function loadedForHelp(): string[] {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
      if (/^\.\/(?:acts\/|say-fault$)/.test(name)) continue;
      if (name.startsWith('.')) load(fileOf(join(dirname(file), name)));
      else if (name.startsWith('@/')) load(fileOf(join(root, name.slice(2))));
    }
  };
  load(join(root, 'server/cli/main.ts'));
  return [...loaded].map((file) => relative(root, file)).sort();
}

function fileOf(path: string): string {
  return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}

it('--help loads the commands and the words they print, and nothing of what they do', () => {
  const loaded = loadedForHelp();
  expect(loaded.filter((file) => !file.startsWith('server/cli/'))).toEqual([
    'server/domain/permissions/roles.ts',
    'server/domain/report/export-kinds.ts',
  ]);
  for (const command of ['check', 'import', 'export', 'rehearse', 'db', 'user', 'audit'])
    expect(loaded).toContain(`server/cli/${command}.ts`);
});
