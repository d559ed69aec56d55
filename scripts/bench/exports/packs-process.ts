import { pathToFileURL } from 'node:url';
import { openStore } from '@/db/store/open-store';
import { packOwnReports } from '@/server/commands/export/export-own-reports';
import { bundled } from '@/server/programs.mjs';
import { openWorkRoom } from '@/server/work/work-room';
import { root, year } from '../roll-up/seed-year';

export interface PackedOnce {
  seconds: number;
  processorSeconds: number;
  /** Of the process while it packs, above what it was before. */
  moreMiB: number;
  megabytes: number;
}

const everyMs = 100;
const config = { dataFolder: process.env.BENCH_DATA ?? '', databaseUrl: null };
const store = await openStore(config);
// One thread is for pages alone. Threads run the bundled program, as they do for an office.
const room = openWorkRoom({ threads: 3, program: pathToFileURL(bundled('thread')) });
const actor = {
  ...{ userId: 'admin', name: '管理员', username: 'admin', sessionId: null },
  posts: [{ id: 'post', role: 'admin' as const, unitId: root }],
};
const context = { store, actor, now: () => new Date(), newId: crypto.randomUUID, requestId: 'bench', ip: null, overlay: null };
const before = process.memoryUsage().rss;
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, everyMs);
const begun = performance.now();
const spent = process.cpuUsage();
let bytes = 0;
const asked = { year, state: 'edition' as const, kinds: ['docx', 'pdf'] as const };
for await (const chunk of packOwnReports({ ...context, work: room.of('admin', config) }, asked)) bytes += chunk.byteLength;
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(spent);
clearInterval(watch);
await room.close();
await store.close();
process.send?.({
  seconds,
  processorSeconds: (user + system) / 1e6,
  moreMiB: (most - before) / 1024 / 1024,
  megabytes: bytes / 1e6,
} satisfies PackedOnce);
process.once('disconnect', () => process.exit());
