import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { insertSession, listFigures, type Store } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { aDistrict } from '@/server/testing/a-district';
import { sealedCookie } from '@/server/testing/sealed-cookie';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const secret = 'a secret of this test, long enough for it';

/** Fifty cells, for fifty saves at once. */
export const fiftyCells: readonly CellId[] = leafCells(getFormat('2021', 'other_three'))
  .filter((cell) => cell.section === '3' && cell.addsUp === 'flow')
  .map((cell) => cell.id)
  .slice(0, 50);

export type OfficeOnDisk = Awaited<ReturnType<typeof anOfficeOnDisk>>;
export type ServedOffice = Awaited<ReturnType<typeof serving>>;

/** A district with an open quarter and a clerk who has signed in. */
export async function anOfficeOnDisk() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
  const sid = randomUUID();
  const filingId = await inStore(dataFolder, async (store) => {
    await store.migrate();
    const district = await aDistrict(store, { units: 1 });
    await store.tx((tx) => insertSession(tx, { id: sid, userId: district.clerk().actor.userId, at: new Date() }));
    return (await district.filing()).id;
  });
  return { dataFolder, filingId, cookie: await sealedCookie(sid, secret) };
}

/** A process that serves a copy of the district. @param answerPatienceMs how long it waits for answers when it is told to stop */
export async function serving({ dataFolder: original, filingId, cookie }: OfficeOnDisk, answerPatienceMs = 60_000) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
  cpSync(original, dataFolder, { recursive: true });
  const child = fork(join(root, 'server/boot/testing/serving-process.ts'), [], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NIANBAO_DATA: dataFolder, NEXTAUTH_SECRET: secret, ANSWER_PATIENCE_MS: String(answerPatienceMs) },
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const port = await heard(child, 'port');
  const agent = new Agent({ keepAlive: true });
  const to = { host: '127.0.0.1', port, agent };

  return {
    dataFolder,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    hears: (path: string) => heard(child, 'asked', path),
    answer: () => child.send('now'),
    logBytes: () => (existsSync(join(dataFolder, 'nianbao.db-wal')) ? statSync(join(dataFolder, 'nianbao.db-wal')).size : 0),
    stored: () =>
      inStore(dataFolder, async (store) => new Map((await listFigures(store.read, filingId)).map(({ cell, raw }) => [cell, raw]))),
    ask: (path: string, headers: Record<string, string> = {}) => answerOf(request({ ...to, path, headers }).end()),
    /** Saves the next number in each cell, every save a request of its own. `sent`: all of them have left this process. */
    save(into: readonly CellId[], version: number) {
      const requests = into.map((cell) => {
        const headers = { cookie, 'content-type': 'application/json' };
        const changes = [{ changeId: randomUUID(), cell, raw: String(version + 1), baseVersion: version }];
        const sending = request({ ...to, method: 'POST', path: '/api/trpc/filing.save', headers });
        const sent = new Promise<void>((resolve) => sending.end(JSON.stringify({ json: { filingId, changes } }), resolve));
        return { sent, saved: answerOf(sending).then(({ body }) => ({ outcome: /"outcome":"(\w+)"/.exec(body)?.[1] ?? body })) };
      });
      return { sent: Promise.all(requests.map(({ sent }) => sent)), answers: Promise.all(requests.map(({ saved }) => saved)) };
    },
    async connected(text: string): Promise<Socket> {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      await once(socket, 'connect');
      socket.write(text);
      return socket;
    },
    connects: () =>
      new Promise<boolean>((resolve) => {
        const probe = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
        probe.once('connect', () => probe.destroy());
      }),
    async remove() {
      agent.destroy();
      child.kill('SIGKILL');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function inStore<T>(dataFolder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataFolder, databaseUrl: null });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Waits until the process tells of something, and for a certain value of it. */
function heard(child: ChildProcess, kind: 'port' | 'asked', value?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
    child.on('message', (message: Record<string, unknown>) => {
      if (kind in message && (value === undefined || message[kind] === value)) resolve(message[kind] as number);
    });
  });
}

function answerOf(sending: ReturnType<typeof request>): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
  });
}
