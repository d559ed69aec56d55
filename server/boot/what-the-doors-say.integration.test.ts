import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import superjson from 'superjson';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { insertSession, type Store } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { appRouter } from '@/server/api/root';
import { nowhere } from '@/server/auth/guesses';
import { readEnv } from '@/server/env';
import { refusalOf } from '@/server/fault';
import { filesHandler } from '@/server/files/files-handler';
import { type Log, newLog } from '@/server/log/log';
import { inRequest } from '@/server/log/request-scope';
import { type EveryStatus, everyStatus } from '@/server/testing/every-status';
import { engineError, failingStore, storeThatKeepsNothing } from '@/server/testing/failing-store';
import { noBackups } from '@/server/testing/no-backups';
import { procedureTable } from '@/server/testing/procedure-table';
import { rolledBack } from '@/server/testing/rolled-back';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { hearError, tellError } from '@/server/told-error';
import { openWorkRoom } from '@/server/work/work-room';
import { doors } from './door-of';
import { healthHandler } from './health-handler';
import { newMetrics } from './metrics';
import { metricsHandler } from './metrics-handler';
import { newRuntime } from './new-runtime';
import { trpcHandler } from './trpc-handler';
import { refuseOddities, watched } from './watched';

const secret = 'a-secret-of-at-least-thirty-two-characters';
/** Stands for a password, a token or a link: it may come back to nobody and stand in no log. */
const canary = 'Canary7Xq2';
const lines = `${canary}\r\n{"level":"error","event":"made up"}`;

/** What no person is told: statements, parameters, codes of engines, addresses, places in the program. */
const inside =
  /failed query|select "|insert into|password_hash|params:|no such table|SQLITE|ECONN|127\.0\.0\.1:|\bat \S+ \(|\.ts:\d|node_modules|nianbao\.db|Canary7Xq2/i;

const failures = {
  bug: () => engineError('SQLITE_ERROR', 'no such table: users', canary),
  full: () => engineError('SQLITE_FULL', 'database or disk is full', canary),
  'full on PostgreSQL': () => engineError('53100', 'could not extend file "base/1/2": No space left on device', canary),
  busy: () => engineError('SQLITE_BUSY', 'database is locked', canary),
  away: () => engineError('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432', canary),
};
const toldAs = {
  bug: { status: 500, code: 'fault', zh: '系统内部错误' },
  full: { status: 503, code: 'storage_full', zh: '磁盘已满' },
  'full on PostgreSQL': { status: 503, code: 'storage_full', zh: '磁盘已满' },
  busy: { status: 503, code: 'unavailable', zh: '数据库暂时不可用' },
  away: { status: 503, code: 'unavailable', zh: '数据库暂时不可用' },
};
type Failure = keyof typeof failures;
const kinds = Object.keys(failures) as Failure[];

let fresh: FreshStore;
let scene: EveryStatus;
let logged = '';
const log: Log = newLog({ log: null, logLevel: 'debug' }, { write: (line) => (logged += line) });
const servers: Server[] = [];

beforeAll(async () => {
  fresh = await freshSqliteStore();
  scene = await everyStatus(fresh.store);
});
afterEach(() => {
  logged = '';
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
afterAll(() => fresh.remove());

async function served(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  publicUrl: string | null = null,
): Promise<string> {
  const server = createServer(watched(answer, { env: { trustedProxies: [], publicUrl }, log, metrics: null }));
  refuseOddities(server);
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const runtimeOn = (store: Store) =>
  newRuntime({
    env: readEnv({ NEXTAUTH_SECRET: secret, NIANBAO_DATA: dirname(fresh.file) }),
    store,
    isDemonstration: false,
    overlay: null,
  });

/** The procedures as an administrator meets them, who was known before the store failed. */
function proceduresOn(store: () => Store) {
  return createHTTPHandler({
    router: appRouter,
    basePath: '/api/trpc/',
    createContext: async ({ req }) => {
      const { actor, ...command } = scene.district.admin;
      const requestId = String(req.headers['x-nianbao-request']);
      return {
        store: store(),
        actor,
        command: { ...command, store: store(), requestId },
        isDemonstration: false,
        backups: noBackups,
        page: null,
        from: nowhere,
        door: { isOneClick: true },
      };
    },
  });
}

const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  isQuery: (procedure as unknown as { _def: { type: string } })._def.type === 'query',
}));

async function call(address: string, { path, isQuery }: { path: string; isQuery: boolean }, input: unknown): Promise<Response> {
  const body = input === undefined ? undefined : JSON.stringify(superjson.serialize(input));
  if (isQuery) return fetch(`${address}/api/trpc/${path}${body ? `?input=${encodeURIComponent(body)}` : ''}`);
  return fetch(`${address}/api/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body ?? '{}' });
}

function inputOf(path: string): unknown {
  const row = procedureTable[path];
  if (!row) throw new Error(`${path} has no row`);
  return row.input(scene, scene.stands.submitted);
}

const written = () =>
  logged
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const leaks = () => logged.split('\n').filter((line) => line.includes(canary) || line.includes('made up'));

describe('T41: what fails inside is told as a sentence, at every door', () => {
  it.each(['bug', 'full on PostgreSQL', 'away'] as const)('by every procedure, when the store fails: %s', async (kind) => {
    const address = await served(proceduresOn(() => failingStore(fresh.store, failures[kind])));
    const { status, code, zh } = toldAs[kind];
    let failed = 0;
    for (const procedure of procedures) {
      const response = await call(address, procedure, inputOf(procedure.path));
      const text = await response.text();
      expect([procedure.path, text]).toEqual([procedure.path, expect.not.stringMatching(inside)]);
      // Some read nothing, and some refuse before they do.
      if (response.status < 500) continue;
      failed += 1;
      const reference = response.headers.get('x-request-id') ?? '';
      expect([procedure.path, response.status, text]).toEqual([procedure.path, status, expect.stringContaining(zh)]);
      expect(text).toContain(reference);
      const told = written().filter((line) => line.request === reference);
      expect(told.map(({ level, event, procedure: named }) => ({ level, event, named }))).toContainEqual({
        level: 'error',
        event: code === 'fault' ? 'fault' : 'trouble with the store',
        named: procedure.path,
      });
      logged = '';
    }
    expect(failed).toBeGreaterThan(procedures.length - 30);
  });

  it('by every procedure that changes something, when nothing can be kept', async () => {
    const address = await served(proceduresOn(() => storeThatKeepsNothing(fresh.store, failures.full)));
    let failed = 0;
    for (const procedure of procedures.filter(({ isQuery }) => !isQuery)) {
      const response = await call(address, procedure, inputOf(procedure.path));
      const text = await response.text();
      expect([procedure.path, text]).toEqual([procedure.path, expect.not.stringMatching(inside)]);
      if (response.status === 503 && text.includes('磁盘已满')) failed += 1;
    }
    expect(failed).toBeGreaterThan(60);
  });

  it.each(kinds)('by procedures, downloads, the sign-in and health, when not even the session can be read: %s', async (kind) => {
    const { status, code, zh } = toldAs[kind];
    const runtime = runtimeOn(failingStore(fresh.store, failures[kind]));
    const [trpc, files, health] = [trpcHandler(runtime), filesHandler(runtime), healthHandler(runtime)];
    const address = await served((request, response) => {
      const handler = request.url?.startsWith('/files/') ? files : request.url?.startsWith('/api/health/') ? health : trpc;
      handler(request, response);
    });
    const headers = { cookie: await sealedCookie(randomUUID(), secret) };
    for (const path of ['/api/trpc/filing.tasks', '/files/trends/x/own_organ.csv']) {
      const response = await fetch(address + path, { headers });
      const text = await response.text();
      expect([path, response.status, text]).toEqual([path, status, expect.stringContaining(zh)]);
      expect(text).not.toMatch(inside);
      expect(text).toContain(response.headers.get('x-request-id'));
    }
    const ready = await fetch(`${address}/api/health/ready`);
    expect([ready.status, await ready.text()]).toEqual([503, expect.not.stringMatching(inside)]);
    const scope = { id: 'ab12cd34ef56', log, metrics: null, actorId: null, calls: 0 };
    const outcome = await inRequest(scope, () =>
      runtime.signIn({ username: 'zhangsan', password: canary }, { 'x-nianbao-request': 'ab12cd34ef56' }),
    );
    expect(outcome).toEqual({ ok: false, code: `${code}.ab12cd34ef56` });
    await runtime.signOut('a session');
    expect(leaks()).toEqual([]);
    expect(written().filter(({ level }) => level === 'error').length).toBeGreaterThanOrEqual(3);
  });

  it('to a page as the digest that its frame reads', async () => {
    const page = runtimeOn(failingStore(fresh.store, failures.away)).callerFor({
      cookie: await sealedCookie(randomUUID(), secret),
      'x-nianbao-request': 'ab12cd34ef56',
    });
    await expect(page).rejects.toMatchObject({ digest: expect.stringMatching(/^unavailable\.\S+$/), code: 'SERVICE_UNAVAILABLE' });
  });
});

describe('T41: trouble that a thread of the worker room meets is told as the same trouble met here', () => {
  it.each(kinds.filter((kind) => kind !== 'bug'))('%s, on its way from the thread', (kind) => {
    const here = refusalOf(failures[kind](), 'ab12cd34ef56');
    expect(refusalOf(hearError(structuredClone(tellError(failures[kind]()))), 'ab12cd34ef56')).toEqual(here);
    expect(here?.code).toBe(toldAs[kind].code);
  });

  it('by procedures and downloads in a sentence with its number, to a page as its digest, to the log under that number', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-damaged-'));
    writeFileSync(join(dataFolder, 'nianbao.db'), 'this is no database '.repeat(400));
    const room = openWorkRoom({ threads: 2 });
    try {
      const { admin } = scene.district;
      const sid = randomUUID();
      await fresh.store.tx((tx) => insertSession(tx, { id: sid, userId: admin.actor.userId, at: new Date() }));
      const env = readEnv({ NEXTAUTH_SECRET: secret, NIANBAO_DATA: dataFolder });
      const runtime = newRuntime({ env, store: fresh.store, isDemonstration: false, overlay: null, room });
      const [trpc, files] = [trpcHandler(runtime), filesHandler(runtime)];
      const address = await served((request, response) => (request.url?.startsWith('/files/') ? files : trpc)(request, response));
      const cookie = await sealedCookie(sid, secret);
      const key = { unitId: scene.district.unitIds[0] ?? '', year: scene.district.year, scope: 'own_organ' as const };
      const input = encodeURIComponent(JSON.stringify(superjson.serialize(key)));
      for (const path of [`/api/trpc/report.page?input=${input}`, `/files/reports/${key.unitId}/${key.year}/own_organ/draft.json`]) {
        const response = await fetch(address + path, { headers: { cookie } });
        const number = response.headers.get('x-request-id') ?? '';
        const text = await response.text();
        expect([path, response.status, text]).toEqual([path, 503, expect.stringContaining('数据库暂时不可用')]);
        expect(text).toContain(number);
        expect(text).not.toMatch(inside);
        expect(written()).toContainEqual(
          expect.objectContaining({
            ...{ request: number, level: 'error', event: 'trouble with the store' },
            error: expect.objectContaining({ code: 'SQLITE_NOTADB' }),
          }),
        );
      }
      const page = inRequest(
        { id: 'ab12cd34ef56', log: log.child({ request: 'ab12cd34ef56' }), metrics: null, actorId: null, calls: 0 },
        async () => (await runtime.callerFor({ cookie, 'x-nianbao-request': 'ab12cd34ef56' })).report.page(key),
      );
      await expect(page).rejects.toMatchObject({ digest: 'unavailable.ab12cd34ef56', code: 'SERVICE_UNAVAILABLE' });
      expect(written()).toContainEqual(expect.objectContaining({ request: 'ab12cd34ef56', event: 'trouble with the store' }));
    } finally {
      await room.close();
      rmSync(dataFolder, { recursive: true });
    }
  });
});

describe('T41: no secret that is sent stands in the log, and an event is one line', () => {
  /** The input with one of its texts after another put in place of the canary, and with all at once. */
  function* withCanaries(input: unknown): Generator<unknown> {
    const texts: (readonly (string | number)[])[] = [];
    const look = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value === 'string') texts.push(path);
      else if (Array.isArray(value)) for (const [index, one] of value.entries()) look(one, [...path, index]);
      else if (value && typeof value === 'object') for (const [key, one] of Object.entries(value)) look(one, [...path, key]);
    };
    look(input, []);
    const put = (value: unknown, path: readonly (string | number)[]): unknown => {
      const [key, ...rest] = path;
      if (key === undefined) return lines;
      const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
      copy[key] = put(copy[key], rest);
      return copy;
    };
    for (const path of texts) yield put(input, path);
    yield texts.reduce<unknown>((value, path) => put(value, path), input);
  }

  it('in whatever input of whichever procedure, whether the act is done, refused, or fails', async () => {
    let store: Store = fresh.store;
    const address = await served(proceduresOn(() => store));
    let calls = 0;
    for (const procedure of procedures)
      for (const input of withCanaries(inputOf(procedure.path))) {
        store = calls % 3 === 0 ? failingStore(fresh.store, failures.bug) : rolledBack(fresh.store).store;
        await (await call(address, procedure, input)).arrayBuffer();
        calls += 1;
      }
    expect(calls).toBeGreaterThan(300);
    expect(leaks()).toEqual([]);
    const told = written();
    expect(told.filter(({ event }) => event === 'call').length).toBe(calls);
    expect(told.filter(({ event }) => event === 'fault').length).toBeGreaterThan(30);
  });

  it('nor in headers, addresses and passwords at any other door', async () => {
    const runtime = runtimeOn(fresh.store);
    const [trpc, files] = [trpcHandler(runtime), filesHandler(runtime)];
    const address = await served((request, response) => {
      if (request.url?.startsWith('/files/')) return files(request, response);
      if (request.url?.startsWith('/api/trpc/')) return trpc(request, response);
      response.end('a page');
    });
    const sid = `${canary}-${randomUUID()}`;
    await fresh.store.tx((tx) => insertSession(tx, { id: sid, userId: scene.district.admin.actor.userId, at: new Date() }));
    const headers = {
      cookie: await sealedCookie(sid, secret),
      authorization: `Bearer ${canary}`,
      'user-agent': canary,
      referer: `http://127.0.0.1/link/${canary}`,
      'x-request-id': `${canary}-12345678`,
      'x-nianbao-request': `${canary}-12345678`,
      'x-nianbao-person': canary,
    };
    for (const path of [
      `/link/${canary}`,
      `/setup/${canary}?to=${canary}`,
      `/${canary}`,
      `/files/${canary}`,
      `/files/trends/${canary}/own_organ.csv?token=${canary}`,
      `/api/trpc/${canary}.${canary}?input=${canary}`,
      `/api/trpc/filing.tasks?input=${encodeURIComponent(`{"json":"${canary}`)}`,
      `/api/auth/${canary}`,
      `/_next/static/${canary}`,
    ])
      await (await fetch(address + path, { headers })).arrayBuffer();
    const scope = { id: 'ab12cd34ef56', log, metrics: null, actorId: null, calls: 0 };
    for (const store of [fresh.store, failingStore(fresh.store, failures.bug)])
      await inRequest(scope, () => runtimeOn(store).signIn({ username: lines, password: canary }, headers));
    expect(leaks()).toEqual([]);
    const told = written();
    expect(told.map(({ route }) => route).filter(Boolean)).toEqual(
      expect.arrayContaining(['/link', '/setup', 'other', 'files', 'sign_in', 'parts']),
    );
    expect(told.filter(({ procedure }) => procedure === 'filing.tasks')).toMatchObject([{ actor: scene.district.admin.actor.userId }]);
  });
});

describe('T32: every answer', () => {
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-request-id': expect.stringMatching(/^[0-9a-f]{12}$/),
  };

  async function allServed(): Promise<string> {
    const runtime = runtimeOn(fresh.store);
    const [trpc, files, health] = [trpcHandler(runtime), filesHandler(runtime), healthHandler(runtime)];
    const metrics = metricsHandler({ port: null, token: 'a token of some length' }, newMetrics({ isProcess: false }));
    return served((request, response) => {
      const path = request.url ?? '';
      if (path.startsWith('/files/')) return files(request, response);
      if (path.startsWith('/api/trpc/')) return trpc(request, response);
      if (path.startsWith('/api/health/')) return health(request, response);
      if (path === '/metrics') return metrics(request, response);
      response.end('a page');
    });
  }

  it.each([
    ['/api/trpc/person.door', 200],
    ['/api/trpc/filing.tasks', 401],
    ['/api/trpc/no.such', 404],
    ['/files/anything', 401],
    ['/api/health/live', 200],
    ['/api/health/ready', 200],
    ['/api/health/other', 404],
    ['/metrics', 404],
    ['/_next/static/chunks/x.js', 200],
    ['/tasks', 200],
  ])('%s carries them, answered by %i', async (path, status) => {
    const response = await fetch((await allServed()) + path);
    expect([response.status, Object.fromEntries(response.headers)]).toEqual([status, expect.objectContaining(common)]);
    expect(response.headers.get('cache-control')).toBe(path.startsWith('/_next/') ? null : 'no-store');
    expect([response.headers.has('x-powered-by'), response.headers.has('strict-transport-security')]).toEqual([false, false]);
  });

  it.each([
    ['https://nianbao.example.gov.cn', 'max-age=31536000'],
    ['http://10.0.0.8', null],
  ])('of an office at %s says that it is to be reached by https only: %s', async (publicUrl, said) => {
    const address = await served((_, response) => response.end('a page'), publicUrl);
    expect((await fetch(address)).headers.get('strict-transport-security')).toBe(said);
  });

  const paths = {
    procedures: '/api/trpc/person.door',
    files: '/files/x',
    health: '/api/health/live',
    metrics: '/metrics',
    parts: '/_next/static/x',
    sign_in: '/api/auth/session',
    pages: '/tasks',
  };

  it.each(Object.entries(paths))('at %s is 405 for a method nobody uses in earnest, and names those that are taken', async (door, path) => {
    const address = await allServed();
    const allowed = doors[door as keyof typeof doors];
    for (const method of ['TRACE', 'PROPFIND', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'MKCOL', 'TRACK', 'CONNECT']) {
      const answer = await raw(
        address,
        `${method} ${method === 'CONNECT' ? 'example.org:443' : path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
      );
      const head = answer.split('\r\n\r\n')[0] ?? '';
      const isParsers = method === 'TRACK' || method === 'CONNECT';
      expect([method, head]).toEqual([method, expect.stringMatching(/^HTTP\/1\.1 405 /)]);
      expect([method, head]).toEqual([method, expect.stringContaining(`Allow: ${isParsers ? 'GET, HEAD, POST' : allowed.join(', ')}`)]);
      expect([method, head]).toEqual([method, expect.stringContaining('X-Content-Type-Options: nosniff')]);
      expect(answer).not.toContain('Host: 127');
    }
  });

  it('to what is no HTTP is 400, to a head without end 431, and the process goes on', async () => {
    const address = await allServed();
    expect(await raw(address, 'GET / HTTP/9.9\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(address, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect((await fetch(`${address}/api/health/live`)).status).toBe(200);
  });
});

async function raw(address: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  socket.on('error', () => {});
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
