import { monitorEventLoopDelay } from 'node:perf_hooks';
import { insertPerson, insertPost, insertSession } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { doorOf } from '@/server/boot/door-of';
import { newRuntime } from '@/server/boot/new-runtime';
import { capped, newServer } from '@/server/boot/new-server';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { readEnv } from '@/server/env';
import { filesHandler } from '@/server/files/files-handler';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { openWorkRoom } from '@/server/work/work-room';
import { listenAndReport } from '../save/listen-and-report';
import { seedClerks } from '../save/seed-clerks';

/**
 * The server of the product without its pages, on a new data folder: clerks who have signed in, and an administrator who exports. With
 * `BENCH_ROOM=no` files are made on the thread that answers, as before there were others. `/lag` tells how late the event loop was since it
 * was asked last.
 */
const env = readEnv({ NIANBAO_DATA: process.env.BENCH_DATA });
const store = await openStore(env);
await store.migrate();
const room = process.env.BENCH_ROOM === 'no' ? undefined : openWorkRoom({ ready: 1 });
const runtime = newRuntime({ env, store, isDemonstration: false, overlay: null, room });
const clerks = await seedClerks(store, runtime.secret, Number(process.env.BENCH_CLERKS));
const at = new Date();
await store.tx(async (tx) => {
  await insertPerson(tx, { id: 'admin', username: 'admin', name: '管理员', passwordHash: null, createdAt: at });
  await insertPost(tx, { id: 'post-admin', userId: 'admin', unitId: 'root', role: 'admin', startedAt: at });
  await insertSession(tx, { id: 'session-admin', userId: 'admin', at });
});

const lag = monitorEventLoopDelay({ resolution: 5 });
lag.enable();
const resolutionMs = 5;
const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs);
const [procedures, files] = [trpcHandler(runtime), filesHandler(runtime)];
const server = newServer(
  capped((request, response) => {
    const door = doorOf(request.url ?? '/');
    if (door === 'procedures') return procedures(request, response);
    if (door === 'files') return files(request, response);
    response.end(JSON.stringify({ p50: late(lag.percentile(50)), p99: late(lag.percentile(99)), max: late(lag.max) }));
    lag.reset();
  }),
);
listenAndReport(server, { clerks, admin: await sealedCookie('session-admin', runtime.secret) }, async () => {
  await room?.close();
  await store.close();
});
