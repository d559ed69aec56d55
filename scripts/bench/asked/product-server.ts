import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { insertPost, insertSession, replaceCheckedFigures, type Store } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { newMetrics } from '@/server/boot/metrics';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { watched } from '@/server/boot/watched';
import { count } from '@/server/domain/figures';
import { readEnv } from '@/server/env';
import { newLog } from '@/server/log/log';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { openWorkRoom } from '@/server/work/work-room';
import { seedMixed } from '../mixed/seed-mixed';
import { counted } from '../open/counted';
import { benchCells, figureOf, root, seedYear, year } from '../roll-up/seed-year';
import { listenAndReport } from '../save/listen-and-report';
import type { Clerk } from '../save/seed-clerks';

/** The product's own parts as `server/main.ts` puts them together, on an office that is seeded here; on PostgreSQL where `BENCH_DATABASE` names one. */
const { BENCH_DATA: folder, BENCH_DATABASE: url, BENCH_OFFICE: office, BENCH_UNITS } = process.env;
const units = Number(BENCH_UNITS);
const cells = 150;
const env = readEnv({ NIANBAO_DATA: folder, NIANBAO_LOG: `${folder}/log`, ...(url ? { DATABASE_URL: url } : {}) });
const store = await openStore(env);
await store.migrate();
const room = openWorkRoom({ ready: 1 });
const runtime = newRuntime({ env, store, isDemonstration: false, overlay: null, room });

/** An office at work with some of its clerks; or a year in which every quarter of every unit is approved. */
const seeded: Record<string, () => Promise<{ office: string; clerks: Clerk[] }>> = {
  atWork: () => seedMixed(store, runtime.secret, { units, clerks: 10 }, { isFull: false, goingRound: 10 }),
  async approved() {
    await store.fill(() => seedYear(store, { units, cells, isTyped: !url }));
    const at = new Date();
    await store.tx(async (tx) => {
      await insertPost(tx, { id: 'post', userId: 'reviewer', unitId: root, role: 'admin', startedAt: at });
      await insertSession(tx, { id: 'session', userId: 'reviewer', at });
    });
    return { office: await sealedCookie('session', runtime.secret), clerks: [] };
  },
};

let approvals = 0;
/** What an approval leaves in the ledger: one unit's quarter, other than it was. */
async function approve({ tx }: Store): Promise<void> {
  approvals += 1;
  const number = 1 + (approvals % units);
  const book = new Map(benchCells(cells).map((cell, index) => [cell, count(figureOf(number + approvals, 1, index))]));
  const of = { filingId: `filing-${number}-1`, unitId: `unit-${number}`, year, quarter: 1, submissionNumber: 1 };
  await tx((writing) => replaceCheckedFigures(writing, of, book));
}

const procedures = watched(trpcHandler(runtime), { env, log: newLog(env), metrics: newMetrics() });
const answer = (request: IncomingMessage, response: ServerResponse) =>
  request.url === '/approve' ? void approve(store).then(() => response.end()) : procedures(request, response);
const made = await (seeded[office ?? ''] ?? (() => Promise.reject(new Error(`no office ${office}`))))();
listenAndReport(createServer(counted(answer)), made, async () => {
  await room.close();
  await store.close();
});
