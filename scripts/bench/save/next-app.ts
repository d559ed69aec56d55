import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const route = `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { bareRouter } from './bare-router';

const router = bareRouter(process.env.BENCH_DATABASE ?? '');
export const dynamic = 'force-dynamic';
export const POST = (req: Request) => fetchRequestHandler({ endpoint: '/api/trpc', req, router });
`;

/**
 * Builds the smallest Next app that serves the bare procedure by a route handler. It lies in the project whatever the bench's
 * folder is, because its packages are found from there.
 *
 * @returns its folder
 */
export function buildNextApp(parent: string): string {
  const project = resolve('.');
  const folder = join(parent, 'next-app');
  const routeFolder = join(folder, 'app/api/trpc/[trpc]');
  mkdirSync(routeFolder, { recursive: true });
  writeFileSync(join(routeFolder, 'route.ts'), route);
  copyFileSync(fileURLToPath(new URL('./bare-router.ts', import.meta.url)), join(routeFolder, 'bare-router.ts'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(
    join(folder, 'next.config.mjs'),
    `export default { turbopack: { root: ${JSON.stringify(project)} }, outputFileTracingRoot: ${JSON.stringify(project)}, typescript: { ignoreBuildErrors: true } };\n`,
  );
  const next = join(dirname(fileURLToPath(import.meta.resolve('next/package.json'))), 'dist/bin/next');
  execFileSync(process.execPath, [next, 'build', folder], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', BENCH_DATABASE: join(folder, 'build.db') },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 240_000,
  });
  return folder;
}
