import { createServer } from 'node:http';
import { openStore } from '@/db/store/open-store';
import { newMetrics } from '@/server/boot/metrics';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { watched } from '@/server/boot/watched';
import { readEnv } from '@/server/env';
import { newLog } from '@/server/log/log';
import { listenAndReport } from '../save/listen-and-report';
import { counted } from './counted';
import { seedForms } from './seed-forms';

/** The product's own parts as `server/main.ts` puts them together, on an office of so many units. */
const env = readEnv({ NIANBAO_DATA: process.env.BENCH_DATA, NIANBAO_LOG: `${process.env.BENCH_DATA}/log` });
const store = await openStore(env);
await store.migrate();
const runtime = newRuntime({ env, store, isDemonstration: false, overlay: null });
const clerks = await seedForms(store, runtime.secret, { units: Number(process.env.BENCH_UNITS), clerks: Number(process.env.BENCH_CLERKS) });
const procedures = watched(trpcHandler(runtime), { env, log: newLog(env), metrics: newMetrics() });
listenAndReport(createServer(counted(procedures)), { clerks }, () => store.close());
