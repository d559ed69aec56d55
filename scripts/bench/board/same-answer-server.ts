import { createServer } from 'node:http';
import { initTRPC } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import superjson from 'superjson';
import { z } from 'zod';
import { counted } from '../open/counted';
import { listenAndReport } from '../save/listen-and-report';

/** The least that a page of the board can be: a bare tRPC procedure that answers the same. No session, no database, nothing reckoned. */
let answer: unknown = null;
const t = initTRPC.create({ transformer: superjson });
const router = t.router({
  keep: t.procedure.input(z.strictObject({ answer: z.unknown() })).mutation(({ input }) => {
    answer = input.answer;
  }),
  board: t.procedure.input(z.strictObject({ year: z.number() })).query(() => answer),
});
listenAndReport(createServer(counted(createHTTPHandler({ router, basePath: '/api/trpc/' }))), {});
