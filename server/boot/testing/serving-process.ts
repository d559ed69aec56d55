import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStore } from '@/db/store/open-store';
import { readEnv } from '@/server/env';
import { newRuntime } from '../new-runtime';
import { stopWhenTold } from '../stop';
import { trpcHandler } from '../trpc-handler';

/**
 * What `server/main.ts` serves, without Next, and two pages that its parent holds: `/slow` is answered when the parent says so, `/stream`
 * begins an event stream that never ends. To the parent: the port, then each of these pages that is asked for.
 */
const env = readEnv(process.env);
// However busy the machine is: how long it waits is the test's own.
const stopping = stopWhenTold({ answersMs: Number(process.env.ANSWER_PATIENCE_MS), storeMs: 60_000 });
const store = await openStore(env);
stopping.closes(store);
const procedures = trpcHandler(newRuntime({ env, store, isDemonstration: false, overlay: null }));
const held: ServerResponse[] = [];
process.on('message', () => {
  for (const response of held.splice(0)) response.end('here it is');
});

const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/trpc/')) return procedures(request, response);
  if (request.url === '/slow') held.push(response);
  if (request.url === '/stream') response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
  process.send?.({ asked: request.url });
});
server.keepAliveTimeout = 75_000;
stopping.answers(server);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
