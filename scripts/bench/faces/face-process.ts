import { randomUUID } from 'node:crypto';
import { insertPerson, insertPost, type Store } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import type { CommandContext } from '@/server/commands/command';
import { exportReport } from '@/server/commands/export/export-report';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import { exportsByKind } from '@/server/exports';
import { loadReportView } from '@/server/views/report-view';
import { root, year } from '../roll-up/seed-year';
import { type FaceTimes, measuredKinds } from './face-times';

const turns = 7;
const kind = measuredKinds.find((one) => one === process.env.NIANBAO_BENCH_FACE);
if (!kind) throw new Error(`NIANBAO_BENCH_FACE is one of ${measuredKinds.join(', ')}`);
const store = await openStore({ dataFolder: process.env.NIANBAO_BENCH_STORE ?? '', databaseUrl: null });
const key = { unitId: root, year, scope: 'consolidated' as const };
const admin = await anAdmin(store);
const view = await loadReportView(store.read, key, null);
if (!view) throw new Error('the report of the bench is missing');
const { content: stored, format, hash } = view;

let bytes = 0;
/** Each file has other paragraphs than the one before: what the PDF's compiler remembers of them must not flatter it. */
async function make(turn: number): Promise<{ ms: number; processorMs: number }> {
  const chapterOne = (stored.texts['1'] ?? '').replaceAll('。', `，第${turn}次。`);
  const content = { ...stored, texts: { ...stored.texts, '1': chapterOne } };
  const document = buildReportDocument({ content, format, edition: null, contentHash: hash });
  return timed(async () => {
    bytes = (await exportsByKind[kind ?? 'docx'].write(document, content)).length;
  });
}

async function timed(work: () => Promise<unknown>): Promise<{ ms: number; processorMs: number }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, processorMs: (user + system) / 1000 };
}

const first = await make(0);
const later = [];
for (let turn = 0; turn < turns; turn += 1) later.push(await make(turn + 1));
const whole: { ms: number; processorMs: number }[] = [];
for (let turn = 0; turn < turns; turn += 1) whole.push(await timed(() => exportReport(admin, { ...key, edition: 'draft', kind })));
await store.close();
process.send?.({
  firstMs: first.ms,
  laterMs: later.map((one) => one.ms),
  processorMs: later.map((one) => one.processorMs),
  wholeMs: whole.map((one) => one.ms),
  wholeProcessorMs: whole.map((one) => one.processorMs),
  bytes,
} satisfies FaceTimes);
process.once('disconnect', () => process.exit(0));

async function anAdmin(of: Store): Promise<CommandContext> {
  const [userId, postId] = [randomUUID(), randomUUID()];
  const at = new Date();
  await of.tx(async (tx) => {
    await insertPerson(tx, { id: userId, username: userId, name: '管理员', passwordHash: null, createdAt: at });
    await insertPost(tx, { id: postId, userId, unitId: root, role: 'admin', startedAt: at });
  });
  const actor = {
    userId,
    name: '管理员',
    username: userId,
    sessionId: null,
    posts: [{ id: postId, role: 'admin' as const, unitId: root }],
  };
  return { store: of, actor, now: () => new Date(), newId: randomUUID, requestId: 'bench', ip: null, overlay: null };
}
