import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStore } from '@/db/store/open-store';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { readEnv } from '@/server/env';

/** The procedures of the product in a process of their own, at a given moment: one of several on a database. Ends with the one who started it. */
const env = readEnv({ DATABASE_URL: process.env.APP_DATABASE_URL, NEXTAUTH_SECRET: process.env.APP_SECRET });
const store = await openStore(env);
const moment = new Date(process.env.APP_MOMENT ?? '');
// A demonstration, so that the people of the district say again who they are without a password.
const runtime = { ...newRuntime({ env, store, isDemonstration: true, overlay: null }), now: () => moment };
const server = createServer(trpcHandler(runtime));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => {
  server.close();
  server.closeAllConnections();
  void store.close().finally(() => process.exit(0));
});
