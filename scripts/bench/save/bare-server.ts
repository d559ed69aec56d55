import { createServer } from 'node:http';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { bareRouter } from './bare-router';
import { listenAndReport } from './listen-and-report';

/** The bare procedure on Node's http. */
const router = bareRouter(process.env.BENCH_DATABASE ?? '', process.env.BENCH_SYNCHRONOUS === 'OFF' ? 'OFF' : 'FULL');
const server = createServer(createHTTPHandler({ router, basePath: '/api/trpc/' }));
listenAndReport(server, {});
