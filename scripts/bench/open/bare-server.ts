import { createServer } from 'node:http';
import { initTRPC } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import superjson from 'superjson';
import { z } from 'zod';
import { listenAndReport } from '../save/listen-and-report';
import { counted } from './counted';

/** The least that opening a form can be: a tRPC procedure that answers 150 numbers. No session, no database, nothing reckoned. */
const numbers = Array.from({ length: 150 }, (_, index) => (index * 7) % 12);
const t = initTRPC.create({ transformer: superjson });
const router = t.router({
  form: t.procedure.input(z.strictObject({ filingId: z.string() })).query(({ input }) => ({ filingId: input.filingId, numbers })),
});
listenAndReport(createServer(counted(createHTTPHandler({ router, basePath: '/api/trpc/' }))), {});
