import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import Database from 'better-sqlite3';
import { act, procedureAddress } from '../api';
import { expect, test } from '../fixtures';
import { signInWithPassword } from '../sign-in';

const canary = 'Canary7Xq2';
/** What no person is told: statements, parameters, codes of engines, places in the program. */
const inside =
  /failed query|select \\?"|insert into|password_hash|params:|no such table|sqlite|\bat \S+ \(|\.tsx?:\d|node_modules|nianbao\.db|Canary7Xq2/i;
const admin = { username: 'zhangsan', password: 'Xiangyang#2026' };

async function setUp(request: APIRequestContext, address: string, greeting: string): Promise<void> {
  const secret = /\/setup\/(\S+)/.exec(greeting)?.[1];
  await act(request, address, 'person.setUp', { secret, governmentName: '示例区人民政府', name: '张三', ...admin });
}

test('T32: every answer of the app carries the headers, pages a nonce of their own, and odd methods are 405', async ({
  emptyApp: { address },
  newPerson,
}) => {
  const { request } = await newPerson();
  const page = await request.get(`${address}/sign-in`);
  const part = /\/_next\/static\/[^"]+\.js/.exec(await page.text())?.[0] ?? '';
  const paths = [
    '/',
    '/sign-in',
    '/tasks',
    '/nowhere',
    '/link/no-such-link',
    '/metrics',
    part,
    '/_next/static/nope.js',
    '/_next/nope',
    '/icon.svg',
  ];
  paths.push('/api/auth/csrf', '/api/auth/session', '/api/auth/nowhere', '/api/nowhere', '/api/health/live', '/api/health/ready');
  paths.push('/files/x', '/api/trpc/person.door', '/api/trpc/no.such', '/language', '/favicon.ico', '/.git/config', '/%00');
  const nonces = new Set<string>();
  for (const path of paths) {
    const answer = await request.get(`${address}${path}`, { maxRedirects: 0 });
    const headers = answer.headers();
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-request-id': expect.stringMatching(/^[0-9a-f]{12}$/),
      }),
    ]);
    expect([path, headers['x-powered-by'], headers.server]).toEqual([path, undefined, undefined]);
    expect([path, headers['cache-control']]).toEqual([
      path,
      expect.stringContaining(path === part ? 'immutable' : ['/icon.svg', '/favicon.ico'].includes(path) ? 'public' : 'no-store'),
    ]);
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
    if (nonce) {
      expect(nonces.has(nonce)).toBe(false);
      nonces.add(nonce);
    }
  }
  expect(nonces.size).toBeGreaterThan(4);
  // What is no address ends nothing: the next is answered.
  for (const odd of ['//', '///', '//[', '//:80/', '//a:99999/x', '/\\'])
    expect([odd, await raw(address, `GET ${odd} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)]).toEqual([
      odd,
      expect.stringMatching(/^HTTP\/1\.1 [1-4]\d\d /),
    ]);
  for (const path of [...paths, '*'])
    for (const method of ['TRACE', 'PROPFIND', 'PUT', 'DELETE', 'TRACK', 'CONNECT']) {
      const answer = await raw(
        address,
        `${method} ${method === 'CONNECT' ? 'x:443' : path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );
      expect([method, path, answer.split('\r\n')[0]]).toEqual([method, path, 'HTTP/1.1 405 Method Not Allowed']);
      expect(answer).toContain('Allow: GET, HEAD');
    }
});

test('T41: with a broken store every door tells it in a sentence with a number, and the log has the number and no secret', async ({
  emptyApp: { address, greeting, dataFolder },
  newPerson,
  browser,
}) => {
  const person = await newPerson();
  await setUp(person.request, address, greeting);
  await signInWithPassword(person, address, admin);
  // Not `newPerson`: the errors of the console are what is asked for.
  const context = await browser.newContext({ locale: 'zh-CN', storageState: await person.context().storageState() });
  const { request } = context;
  for (const path of [
    `/link/${canary}`,
    `/setup/${canary}`,
    `/${canary}?to=${canary}`,
    `/api/auth/${canary}?error=${canary}`,
    `/files/${canary}`,
  ])
    await request.get(`${address}${path}`, { headers: { referer: `${address}/link/${canary}`, 'x-request-id': canary.repeat(2) } });
  const signIn = async (username: string) => {
    const { csrfToken } = (await (await request.get(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
    return request.post(`${address}/api/auth/callback/password`, { form: { username, password: canary, csrfToken, json: 'true' } });
  };
  expect((await signIn(`${canary}\r\n{"level":"error"}`)).status()).toBe(401);
  await request.post(`${address}/api/auth/_log`, { form: { level: 'error', code: canary, message: canary } });

  // The page says whose office and which year it is, so it is opened while it can.
  const door = await context.newPage();
  await door.goto(`${address}/sign-in`);
  const database = new Database(join(dataFolder, 'nianbao.db'));
  await test.step('who is here is known, and nothing else: a page of the desk', async () => {
    database.exec('alter table years rename to years_gone');
    const page = await context.newPage();
    // One is made on the thread that answers people, one in the worker room.
    for (const [path, words] of [
      ['/office/years', '问题已记录。'],
      ['/board', '这一页没有做完，已停止。'],
    ]) {
      const answer = await page.goto(`${address}${path}`);
      expect(await answer?.text()).not.toMatch(inside);
      await expect(page.getByRole('heading', { name: '这一页没能打开' })).toBeVisible();
      await expect(page.getByText(words ?? '')).toBeVisible();
      const number = /编号 ([0-9a-f]{12})/.exec((await page.getByText(/编号/).textContent()) ?? '')?.[1] ?? 'none';
      await expect.poll(() => faults(dataFolder)).toContain(number);
    }
    await page.close();
  });

  await test.step('not even who is here: pages, procedures, downloads, the sign-in', async () => {
    database.exec('alter table users rename to users_gone');
    for (const path of ['/', '/tasks', '/board', '/sign-in', '/link/no-such-link', '/files/trends/x/own_organ.csv']) {
      const answer = await request.get(`${address}${path}`, { maxRedirects: 0 });
      expect([path, await answer.text()]).toEqual([path, expect.not.stringMatching(inside)]);
      expect([path, answer.status()]).toEqual([path, 500]);
    }
    const asked = await request.get(procedureAddress(address, 'filing.tasks'));
    const words = await asked.text();
    expect([asked.status(), words]).toEqual([500, expect.stringContaining('系统内部错误')]);
    expect(words).toContain(asked.headers()['x-request-id']);
    expect(words).not.toMatch(inside);
    const refused = await signIn(canary);
    const { url } = (await refused.json()) as { url: string };
    expect(url).toMatch(/error=fault\.[0-9a-f]{12}$/);

    const page = await context.newPage();
    await page.goto(`${address}/tasks`);
    await expect(page.getByRole('heading', { name: '页面没能打开' })).toBeVisible();
    await expect(page.getByText(/编号 Number: [0-9a-f]{12}/)).toBeVisible();
    await door.getByLabel('用户名').fill(admin.username);
    await door.getByLabel('密码', { exact: true }).fill(canary);
    await door.getByRole('button', { name: '登录', exact: true }).click();
    await expect(door.getByRole('alert').filter({ hasText: /系统内部错误，已记录。.*编号 [0-9a-f]{12}/ })).toBeVisible();
  });
  database.close();
  await context.close();

  const log = logOf(dataFolder);
  const leaks = log.filter((line) => line.includes(canary) || line.includes(admin.password));
  expect(leaks).toEqual([]);
  for (const line of log)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String), event: expect.any(String) });
});

const logOf = (dataFolder: string) => readFileSync(join(dataFolder, 'log'), 'utf8').split('\n').filter(Boolean);

/** The numbers under which the log has a fault. */
const faults = (dataFolder: string) =>
  logOf(dataFolder)
    .map((line) => JSON.parse(line) as { event: string; request: string })
    .filter(({ event }) => event === 'fault' || event === 'a job failed')
    .map(({ request }) => request);

async function raw(address: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
