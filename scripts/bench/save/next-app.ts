import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildNextApp } from '../next-app';

const folder = 'app/api/trpc/[trpc]';
const route = `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { bareRouter } from './bare-router';

const router = bareRouter(process.env.BENCH_DATABASE ?? '');
export const dynamic = 'force-dynamic';
export const POST = (req: Request) => fetchRequestHandler({ endpoint: '/api/trpc', req, router });
`;

/** Builds the smallest Next app that serves the bare procedure by a route handler. @returns its folder */
export function buildBareNext(parent: string): string {
  const router = readFileSync(fileURLToPath(new URL('./bare-router.ts', import.meta.url)), 'utf8');
  return buildNextApp(parent, { [`${folder}/route.ts`]: route, [`${folder}/bare-router.ts`]: router });
}
