import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Builds a small Next app of these files. It lies in the project whatever the bench's folder is, because its packages are found from there.
 *
 * @param files what stands in them, by their way from the app's folder
 * @returns its folder
 */
export function buildNextApp(parent: string, files: Readonly<Record<string, string>>): string {
  const project = resolve('.');
  const folder = join(parent, 'next-app');
  const config = `export default { turbopack: { root: ${JSON.stringify(project)} }, outputFileTracingRoot: ${JSON.stringify(project)}, typescript: { ignoreBuildErrors: true } };\n`;
  for (const [path, text] of Object.entries({ ...files, 'package.json': '{ "private": true }\n', 'next.config.mjs': config })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const next = join(dirname(fileURLToPath(import.meta.resolve('next/package.json'))), 'dist/bin/next');
  execFileSync(process.execPath, [next, 'build', folder], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', BENCH_DATABASE: join(folder, 'build.db') },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 240_000,
  });
  return folder;
}
