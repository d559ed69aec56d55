import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compressParts } from '@/scripts/run/compress-parts.mjs';
import { partsHandler } from './parts-handler';

const text = `export const words = ${JSON.stringify('一句话，'.repeat(500))};`;
let base = '';
let server: Server;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'nianbao-parts-'));
  mkdirSync(join(base, '.next/static/chunks'), { recursive: true });
  writeFileSync(join(base, '.next/static/chunks/a.js'), text);
  writeFileSync(join(base, '.next/static/chunks/small.js'), 'x');
  writeFileSync(join(base, '.next/secret.js.br'), 'x');
  await compressParts(base);
  const handler = partsHandler(join(base, '.next/static'), (_, response) => response.writeHead(404).end('next'));
  server = createServer(handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});

afterAll(() => {
  server.close();
  rmSync(base, { recursive: true, force: true });
});

/** By hand: `fetch` unpacks what it gets. */
async function ask(path: string, accepted: string, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asked = request(
      { port: (server.address() as AddressInfo).port, path, method, headers: { 'accept-encoding': accepted } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

it('a part comes in the smallest form that the browser takes, and is kept for good', async () => {
  const part = await ask('/_next/static/chunks/a.js?dpl=1', 'gzip, deflate, br');
  expect(part.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(part.body.length),
    vary: 'Accept-Encoding',
  });
  expect(brotliDecompressSync(part.body).toString()).toBe(text);
});

it('by http from elsewhere browsers take no brotli, and get gzip; one that refuses it by q=0 as well', async () => {
  for (const accepted of ['gzip, deflate', 'br;q=0, gzip;q=0.5']) {
    const part = await ask('/_next/static/chunks/a.js', accepted);
    expect(part.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(part.body).toString()).toBe(text);
  }
});

it('HEAD says the same and sends nothing', async () => {
  const part = await ask('/_next/static/chunks/a.js', 'br', 'HEAD');
  expect([part.status, part.headers['content-encoding'], part.body.length]).toEqual([200, 'br', 0]);
});

it('what is not compressed, not taken or not a part is left to Next', async () => {
  for (const [path, accepted] of [
    ['/_next/static/chunks/a.js', 'identity'],
    ['/_next/static/chunks/a.js', ''],
    ['/_next/static/chunks/small.js', 'br'],
    ['/_next/static/chunks/b.js', 'br'],
    ['/_next/static/../secret.js', 'br'],
    ['/_next/static/chunks/a.js.br', 'br'],
    ['/filings/chunks/a.js', 'br'],
  ] as const)
    expect((await ask(path, accepted)).body.toString(), path).toBe('next');
});

it('a second run leaves what is compressed as it is', async () => {
  const whole = await ask('/_next/static/chunks/a.js', 'br');
  await compressParts(base);
  expect((await ask('/_next/static/chunks/a.js', 'br')).body).toEqual(whole.body);
});
