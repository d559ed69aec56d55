import { createServer } from 'node:http';
import { openStore } from '@/db/store/open-store';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { readEnv } from '@/server/env';
import { listenAndReport } from '../save/listen-and-report';

/** The store and the procedures as `server/main.ts` puts them together: one of several processes on a database behind a pooler. */
const env = readEnv({
  DATABASE_URL: process.env.BENCH_DATABASE,
  DATABASE_DIRECT_URL: process.env.BENCH_DIRECT,
  NEXTAUTH_SECRET: process.env.BENCH_SECRET,
  NIANBAO_DATA: process.env.BENCH_DATA,
});
const store = await openStore(env);
const runtime = newRuntime({ env, store, isDemonstration: false, overlay: null });
listenAndReport(createServer(trpcHandler(runtime)), {}, () => store.close());
