import { createServer } from 'node:http';
import { openStore } from '@/db/store/open-store';
import { newMetrics } from '@/server/boot/metrics';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { watched } from '@/server/boot/watched';
import { readEnv } from '@/server/env';
import { newLog } from '@/server/log/log';
import { listenAndReport } from './listen-and-report';
import { seedClerks } from './seed-clerks';

/** The product's own parts as `server/main.ts` puts them together, on a new data folder with clerks who have signed in. */
const env = readEnv({ NIANBAO_DATA: process.env.BENCH_DATA, NIANBAO_LOG: `${process.env.BENCH_DATA}/log` });
const store = await openStore(env);
await store.migrate();
const runtime = newRuntime({ env, store, isDemonstration: false, overlay: null });
const clerks = await seedClerks(store, runtime.secret, Number(process.env.BENCH_CLERKS));
const procedures = watched(trpcHandler(runtime), { env, log: newLog(env), metrics: newMetrics() });
listenAndReport(createServer(procedures), { clerks }, () => store.close());
