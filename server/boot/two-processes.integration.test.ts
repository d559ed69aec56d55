import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { insertOneTimeLink, insertSession } from '@/db/store';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import type { CommandContext } from '@/server/commands/command';
import { loadReportPage } from '@/server/queries/report';
import { settleReport } from '../rehearsal/settle-report';
import { sealedCookie } from '../testing/sealed-cookie';
import { type TwoStores, twoStores } from '../testing/two-stores';

const sessionSecret = 'two processes seal with one secret';
const moment = '2026-04-08T02:00:00.000Z';
const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
const reason = '上级核查发现漏报一件，须补正。';

/** Two processes of the product on one database, asked over HTTP. */
describe('two app processes on one PostgreSQL', () => {
  let course: TwoStores;
  const secrets = { first_admin: '', set_password: '' };
  const apps: { child: ChildProcess; port: number }[] = [];

  beforeAll(async () => {
    course = await twoStores({ openQuarters: [1, 2, 3, 4] }, async (district) => {
      for (const unit of [0, 1]) for (const quarter of [1, 2, 3, 4] as const) await district.approve({}, { unit, quarter });
      const key = { unitId: district.rootId, year: district.year, scope: 'consolidated' as const };
      await settleReport(district, key, texts, () => reason);
      for (const purpose of ['first_admin', 'set_password'] as const) {
        const { secret, tokenHash } = newOneTimeSecret();
        secrets[purpose] = secret;
        const userId = purpose === 'first_admin' ? null : district.clerk(0).actor.userId;
        const expiresAt = new Date(Date.parse(moment) + linkLifetimeMs);
        await district.store.tx((tx) => insertOneTimeLink(tx, { tokenHash, purpose, userId, expiresAt, usedAt: null }));
      }
      for (const { actor } of [district.admin, district.reviewer])
        await district.store.tx((tx) => insertSession(tx, { id: actor.userId, userId: actor.userId, at: new Date(moment) }));
    });
    const env = { ...process.env, APP_DATABASE_URL: course.url, APP_SECRET: sessionSecret, APP_MOMENT: moment };
    const program = fileURLToPath(new URL('../testing/app-process.ts', import.meta.url));
    for (const child of [0, 1].map(() => fork(program, { env, execArgv: ['--import', 'tsx'] })))
      apps.push({ child, port: ((await once(child, 'message'))[0] as { port: number }).port });
  });
  afterEach(() => course.database.rewind());
  afterAll(async () => {
    for (const { child } of apps) {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    }
    await course.remove();
  });

  /** The status of the answer of one of the two. */
  async function post(app: number, path: string, input: object, who?: CommandContext): Promise<number> {
    const cookie = who ? { cookie: await sealedCookie(who.actor.userId, sessionSecret) } : undefined;
    const response = await fetch(`http://127.0.0.1:${apps[app % 2]?.port}/api/trpc/${path}?batch=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...cookie },
      body: JSON.stringify({ 0: { json: input } }),
    });
    await response.text();
    return response.status;
  }

  const times = async (count: number, act: (app: number) => Promise<number>) =>
    (await Promise.all(Array.from({ length: count }, (_, index) => act(index)))).sort();
  const ask = async (sql: string) => (await course.database.ask<{ answer: string }>(sql))[0]?.answer;

  it('a first-administrator link that comes six times at once makes one administrator and one government', async () => {
    await course.database.emptyAllBut('one_time_links');
    const form = { secret: secrets.first_admin, governmentName: '示例区人民政府', name: '赵六', password: 'Xiangyang#2026' };
    expect(await times(6, (app) => post(app, 'person.setUp', { ...form, username: `first${app}` }))).toEqual([
      200, 400, 400, 400, 400, 400,
    ]);
    expect(await ask(`select (select count(*) from posts where role = 'admin') || ' ' || (select count(*) from units) as answer`)).toBe(
      '1 1',
    );
  });

  it('a password link that comes six times at once works once', async () => {
    const statuses = await times(6, (app) =>
      post(app, 'person.setPassword', { secret: secrets.set_password, password: `Xiangyang#${2026 + app}` }),
    );
    expect(statuses).toEqual([200, 400, 400, 400, 400, 400]);
    expect(await ask(`select count(*) as answer from events where kind = 'person.password_set'`)).toBe('1');
  });

  it('a person, a year and a unit that are created four times at once are created once, and nobody meets an error of the inside', async () => {
    const [{ admin, rootId, year }] = course.districts;
    const acts: [string, object][] = [
      ['office.createPerson', { username: 'zhao.liu', name: '赵六', unitId: rootId, role: 'clerk' }],
      ['office.createYear', { year: year + 1 }],
      ['office.createUnit', { parentId: rootId, name: '示例街道', kind: 'street', powers: [], opensOn: '2026-01-01' }],
    ];
    for (const [path, input] of acts)
      expect([path, await times(4, (app) => post(app, path, input, admin))]).toEqual([path, [200, 400, 400, 400]]);
  });

  it('a report is finalised with a quarter in one process, or the quarter is given back in the other', async () => {
    const [district] = course.districts;
    const key = { unitId: district.rootId, year: district.year, scope: 'consolidated' as const };
    const { hash: seenHash } = await loadReportPage(district.store.read, district.admin.actor, key, null);
    const { id: filingId } = await district.filing(1, 4);
    for (let round = 0; round < 4; round += 1) {
      const statuses = await Promise.all([
        post(round, 'report.finalise', { ...key, changeId: district.admin.newId(), seenHash, password: '' }, district.admin),
        post(round + 1, 'review.unlock', { filingId, submissionNumber: 1, reason, password: '' }, district.admin),
      ]);
      expect(statuses.filter((status) => status === 200)).toEqual([200]);
      expect(Math.max(...statuses)).toBeLessThan(500);
      const state = `select (select count(*) from editions) || ' ' || status as answer from filings where id = '${filingId}'`;
      expect(await ask(state)).toBe(statuses[0] === 200 ? '1 locked' : '0 returned');
      await course.database.rewind();
    }
  });
});
