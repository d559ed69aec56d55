import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { insertSession } from '@/db/store';
import { filesHandler } from '@/server/files/files-handler';
import { readEnv } from '../env';
import { inADistrict } from '../testing/in-a-district';
import { sealedCookie } from '../testing/sealed-cookie';
import { type Door, doorOf } from './door-of';
import { healthHandler } from './health-handler';
import { newRuntime } from './new-runtime';
import { capped, type Listener, largestBodyBytes, newServer, type Patience } from './new-server';
import { trpcHandler } from './trpc-handler';

const kilobyte = 1024;
const secret = 'a-secret-of-at-least-thirty-two-characters';

describe('a body at the doors', () => {
  const district = inADistrict();
  let server: Server | null = null;
  /** What the handler of pages, here one that reads, has been given of each body. */
  let read: string[] = [];
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    server = null;
    read = [];
  });

  async function served(patience: Partial<Patience> = {}): Promise<number> {
    const runtime = newRuntime({
      env: readEnv({ NEXTAUTH_SECRET: secret }),
      store: district().store,
      isDemonstration: false,
      overlay: null,
    });
    const handlers: Partial<Record<Door, Listener>> = {
      procedures: trpcHandler(runtime),
      files: filesHandler(runtime),
      health: healthHandler(runtime),
    };
    const pages: Listener = (request, response) => {
      text(request).then(
        (body) => {
          read.push(body);
          response.end(`read ${body.length}`);
        },
        () => response.writeHead(500).end('broken off'),
      );
    };
    const all = { headersMs: 15_000, requestMs: 60_000, everyMs: 5_000, lingerMs: 50, ...patience };
    server = newServer(
      capped((request, response) => (handlers[doorOf(request.url ?? '/')] ?? pages)(request, response), all),
      all,
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  const head = (path: string, ...more: string[]) =>
    `${[`POST ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Content-Type: application/json', ...more].join('\r\n')}\r\n\r\n`;
  const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n`;

  /** Sends what it is given until the other side has closed; everything that came back. */
  async function exchange(port: number, parts: Iterable<string>): Promise<{ answer: string; sent: number }> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const came: Buffer[] = [];
    let isOver = false;
    socket.on('data', (bytes: Buffer) => came.push(bytes));
    const over = new Promise<void>((resolve) => {
      socket.once('close', () => {
        isOver = true;
        resolve();
      });
    });
    socket.on('error', () => {});
    let sent = 0;
    for (const part of parts) {
      if (isOver || came.length > 0) break;
      sent += part.length;
      if (!socket.write(part)) await Promise.race([once(socket, 'drain').catch(() => {}), over]);
      await new Promise(setImmediate);
    }
    await over;
    return { answer: Buffer.concat(came).toString(), sent };
  }

  const paths: Record<Door, string> = {
    procedures: '/api/trpc/filing.saveText',
    files: '/files/x',
    health: '/api/health/live',
    metrics: '/metrics',
    parts: '/_next/static/x.js',
    sign_in: '/api/auth/callback/password',
    pages: '/sign-in',
  };
  const ways = (Object.keys(largestBodyBytes) as Door[]).map((name) => ({ name, path: paths[name] }));

  it.each(ways)('of 100 MB by its own words is refused at $name before a byte of it is read', async ({ path }) => {
    const { answer, sent } = await exchange(await served(), [head(path, `Content-Length: ${100 * kilobyte * kilobyte}`)]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/Connection: close/);
    expect(answer).toMatch(/[太不][大长接]/);
    expect(sent).toBeLessThan(kilobyte);
    expect(read).toEqual([]);
  });

  it.each(ways)('without a length is refused at $name as soon as it is too large, and the connection ends', async ({ path }) => {
    function* endless() {
      yield head(path, 'Transfer-Encoding: chunked');
      for (let count = 0; count < 100 * 16; count += 1) yield chunk(64 * kilobyte);
      yield '0\r\n\r\n';
    }
    const { answer, sent } = await exchange(await served(), endless());
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(100 * kilobyte * kilobyte);
    expect(read).toEqual([]);
  });

  it('of just what is taken arrives whole, with a length and without', async () => {
    const port = await served();
    const bytes = 64 * kilobyte;
    const whole = `${head('/sign-in', `Content-Length: ${bytes}`, 'Connection: close')}${'y'.repeat(bytes)}`;
    expect((await exchange(port, [whole])).answer).toContain(`read ${bytes}`);
    const parts = [head('/sign-in', 'Transfer-Encoding: chunked', 'Connection: close'), chunk(bytes - 1), `${chunk(1)}0\r\n\r\n`];
    expect((await exchange(port, parts)).answer).toContain(`read ${bytes}`);
    expect(read.map(({ length }) => length)).toEqual([bytes, bytes]);
  });

  it('longer than it says is another request, and no good one', async () => {
    const { answer } = await exchange(await served(), [`${head('/sign-in', 'Content-Length: 2')}zz${'z'.repeat(200_000)}`]);
    expect(read).toEqual(['zz']);
    expect(answer).toMatch(/HTTP\/1\.1 400 /);
  });

  it('of two lengths, or a length and chunks, is no request', async () => {
    const port = await served();
    for (const lies of [
      ['Content-Length: 2', 'Content-Length: 3'],
      ['Content-Length: 2', 'Transfer-Encoding: chunked'],
      ['Content-Length: -1'],
      ['Content-Length: 1e9'],
    ])
      expect((await exchange(port, [head('/sign-in', ...lies), 'zzzz'])).answer, lies.join()).toMatch(/^HTTP\/1\.1 400 /);
    expect(read).toEqual([]);
  });

  it('shorter than it says, a head without an end and a connection without a word are closed in time', async () => {
    const port = await served({ headersMs: 200, requestMs: 400, everyMs: 50 });
    const silent = [[head('/sign-in', 'Content-Length: 100'), 'too short'], ['POST /sign-in HTTP/1.1\r\nHost: x\r\n'], []];
    const answers = await Promise.all(silent.map((parts) => exchange(port, parts)));
    expect(answers.slice(0, 2).map(({ answer }) => answer.slice(0, 12))).toEqual(['HTTP/1.1 408', 'HTTP/1.1 408']);
  });

  it('that asks first is told before it is sent', async () => {
    const port = await served();
    const asked = (bytes: number) => head('/sign-in', `Content-Length: ${bytes}`, 'Expect: 100-continue', 'Connection: close');
    expect((await exchange(port, [asked(100_000_000)])).answer).toMatch(/^HTTP\/1\.1 413 /);
    expect((await exchange(port, [`${asked(2)}zz`])).answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  it('that nobody reads ends with the answer', async () => {
    const { answer } = await exchange(await served(), [head('/api/trpc/no.such', 'Content-Length: 90000'), '{']);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('nested too deeply is told so', async () => {
    const answer = await fetch(`http://127.0.0.1:${await served()}/api/trpc/person.setUp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"json":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('嵌套过深')]);
  });

  it.each([
    ['lists in lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['lists in a field', `{"json":{"text":${'['.repeat(300_000)}1${']'.repeat(300_000)}}}`],
    ['things in things', `${'{"json":'.repeat(60_000)}1${'}'.repeat(60_000)}`],
    ['lists without an end', '['.repeat(900_000)],
    ['a place of nowhere', '{"json":{"a":1},"meta":{"values":{"__proto__.x":["Date"]}}}'],
  ])('of JSON, %s, is a bad request', async (_, body) => {
    const port = await served();
    const sid = randomUUID();
    await district().store.tx((tx) => insertSession(tx, { id: sid, userId: district().admin.actor.userId, at: new Date() }));
    const cookie = await sealedCookie(sid, secret);
    for (const procedure of ['filing.saveText', 'review.pinRemark', 'report.adopt', 'office.setWording']) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-nianbao-person': district().admin.actor.userId, cookie },
        body,
      });
      expect([procedure, answer.status, (await answer.text()).slice(0, 300)]).toEqual([procedure, 400, expect.any(String)]);
    }
  });
});
