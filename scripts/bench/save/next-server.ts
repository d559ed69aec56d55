import { createServer } from 'node:http';
import next from 'next';
import { listenAndReport } from './listen-and-report';

/** The bare procedure inside a Next route handler, served as the product serves its pages. */
const app = next({ dev: false, dir: process.env.BENCH_NEXT_APP ?? '' });
await app.prepare();
const handle = app.getRequestHandler();
listenAndReport(
  createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }),
  {},
);
