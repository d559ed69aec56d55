import { createServer } from 'node:http';
import { openStore } from '@/db/store/open-store';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { readEnv } from '@/server/env';
import { listenAndReport } from './listen-and-report';
import { seedClerks } from './seed-clerks';

/** The product's own parts as `server/main.ts` puts them together, on a new data folder with clerks who have signed in. */
const env = readEnv({ NIANBAO_DATA: process.env.BENCH_DATA });
const store = await openStore(env);
await store.migrate();
const runtime = newRuntime({ env, store, isDemonstration: false, overlay: null });
const clerks = await seedClerks(store, runtime.secret, Number(process.env.BENCH_CLERKS));
listenAndReport(createServer(trpcHandler(runtime)), { clerks }, () => store.close());
