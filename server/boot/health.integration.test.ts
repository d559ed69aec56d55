import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSetting, type Store } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { readEnv } from '@/server/env';
import { engineError, failingStore } from '@/server/testing/failing-store';
import { type HealthCheck, type HealthParts, patienceMs, runHealthChecks } from './health-checks';
import { healthHandler } from './health-handler';

const now = new Date('2026-11-30T08:00:00Z');
const room = async () => ({ blocks: 1_000_000, bfree: 500_000, bavail: 500_000, bsize: 4096 });
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('T51: health tells the truth', () => {
  let fresh: FreshStore;
  let servers: Server[] = [];
  let arrived = 0;
  beforeEach(async () => {
    fresh = await freshSqliteStore();
  });
  afterEach(async () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    servers = [];
    arrived = 0;
    await fresh.remove();
  });

  async function asked(given: Partial<HealthParts> = {}, store: Store = fresh.store, path = '/api/health/ready') {
    const env = readEnv({ NIANBAO_DATA: dirname(fresh.file) });
    const backedUp = async () => ({ at: hoursAgo(2) });
    const handler = healthHandler({ store, env }, undefined, {
      now: () => now,
      freeSpace: room,
      lastBackup: backedUp,
      patienceMs: 60_000,
      ...given,
    });
    const server = createServer(handler)
      .on('request', () => (arrived += 1))
      .listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const read = async () => {
      const response = await fetch(address + path);
      const text = await response.text();
      expect(text).not.toContain(dirname(fresh.file));
      const { status, checks = [] } = JSON.parse(text) as { status: string; checks?: HealthCheck[] };
      return {
        status: [response.status, status] as const,
        notOk: Object.fromEntries(
          checks.filter(({ state }) => state !== 'ok').map(({ name, state, sentence }) => [name, [state, sentence.zh]]),
        ),
        names: checks.map(({ name }) => name),
      };
    };
    return { ...(await read()), again: read };
  }

  it('all is well: 200, every check with a sentence, and a row that was written for it', async () => {
    const answer = await asked();
    expect(answer).toMatchObject({ status: [200, 'ready'], notOk: {}, names: ['write', 'migrations', 'disk', 'backup', 'start'] });
    expect(await readSetting(fresh.store.read, 'heartbeat')).toBe(now.toISOString());
  });

  it('the database is locked by another connection: 503 in time and `live` all the same, and ready again when it is let go', async () => {
    const other = new Database(fresh.file);
    other.exec('begin immediate');
    const answer = await asked({ patienceMs: 300 });
    expect(patienceMs).toBeLessThan(5_000);
    expect(answer).toMatchObject({ status: [503, 'not_ready'], notOk: { write: ['failed', '没有在规定时间内回答。'] } });
    expect((await asked({}, fresh.store, '/api/health/live')).status).toEqual([200, 'live']);
    other.exec('rollback');
    other.close();
    await expect.poll(async () => (await asked()).status).toEqual([200, 'ready']);
  });

  it('a hundred who ask at once, while it hangs, put one try in front of it', async () => {
    let tries = 0;
    const letGo: (() => void)[] = [];
    const hanging: Store = {
      ...fresh.store,
      tx: async (work) => {
        tries += 1;
        if (tries > 1) await new Promise<void>((resolve) => letGo.push(resolve));
        return fresh.store.tx(work);
      },
    };
    const { again } = await asked({ freshForMs: 0 }, hanging);
    const all = Array.from({ length: 100 }, again);
    await expect.poll(() => arrived).toBe(101);
    for (const go of letGo) go();
    await Promise.all(all);
    expect(tries).toBe(2);
  });

  it.each([
    ['full', '53100', '磁盘已满，暂时不能保存。'],
    ['away', 'ECONNREFUSED', '数据库暂时不可用。'],
    ['failing', 'SQLITE_ERROR', '数据库暂时不可用。'],
  ])('the database is %s: 503 with a sentence', async (_, code, sentence) => {
    const answer = await asked(
      {},
      failingStore(fresh.store, () => engineError(code, 'as the engine says it', 'x')),
    );
    expect(answer).toMatchObject({ status: [503, 'not_ready'], notOk: { write: ['failed', sentence] } });
  });

  it.each([
    ['95 % of it used', { blocks: 1_000_000, bfree: 50_000, bavail: 50_000, bsize: 65_536 }, 200, 'degraded'],
    ['94 % used and much free', { blocks: 1_000_000, bfree: 60_000, bavail: 60_000, bsize: 65_536 }, 200, 'ready'],
    ['half used and little free', { blocks: 100_000, bfree: 50_000, bavail: 50_000, bsize: 4096 }, 200, 'degraded'],
    ['what is left kept for root', { blocks: 1_000_000, bfree: 50_000, bavail: 0, bsize: 65_536 }, 503, 'not_ready'],
  ])('the disk: %s', async (_, space, code, status) => {
    expect((await asked({ freeSpace: async () => space })).status).toEqual([code, status]);
  });

  it('a disk that does not answer, and a folder that is gone', async () => {
    expect(await asked({ freeSpace: () => new Promise(() => {}), patienceMs: 300 })).toMatchObject({ status: [503, 'not_ready'] });
    const gone = await asked({ freeSpace: undefined, dataFolder: '/nowhere/at/all' });
    expect(gone).toMatchObject({ status: [503, 'not_ready'], notOk: { disk: ['failed', '数据文件夹不可用。'] } });
  });

  it('a migration is pending, or the database has had one this program does not know: 503', async () => {
    const other = new Database(fresh.file);
    const { last } = other.prepare('select max(created_at) as last from __drizzle_migrations').get() as { last: number };
    other.prepare('update __drizzle_migrations set created_at = created_at + 1 where created_at = ?').run(last);
    expect(await asked()).toMatchObject({
      status: [503, 'not_ready'],
      notOk: { migrations: ['failed', '数据库比程序新，请用新的程序。'] },
    });
    other.prepare('delete from __drizzle_migrations where created_at > ?').run(last);
    other.close();
    expect(await asked()).toMatchObject({
      status: [503, 'not_ready'],
      notOk: { migrations: ['failed', '数据结构还差 1 步更新，请重新启动。'] },
    });
  });

  it.each([
    [hoursAgo(23.9), 'ready', {}],
    [hoursAgo(24.1), 'degraded', { backup: ['degraded', '最近一次备份在 24 小时前。'] }],
    [hoursAgo(24 * 9), 'degraded', { backup: ['degraded', '最近一次备份在 9 天前。'] }],
    [null, 'degraded', { backup: ['degraded', '还没有备份。'] }],
  ])('a backup of %s', async (at, status, notOk) => {
    expect(await asked({ lastBackup: async () => at && { at } })).toMatchObject({ status: [200, status], notOk });
  });

  it('nothing known of backups is no fault; checks of the start that go on are told', async () => {
    expect(await asked({ lastBackup: async () => 'unknown' })).toMatchObject({
      status: [200, 'ready'],
      notOk: { backup: ['unknown', '备份情况未知。'] },
    });
    expect(await asked({ isStartPending: () => true })).toMatchObject({
      status: [200, 'degraded'],
      notOk: { start: ['degraded', '启动检查还没有做完。'] },
    });
  });

  it('a head of the log that could not be sent to the collector is told; where there is no collector nothing is', async () => {
    const sent = (ok: boolean) => asked({ lastHead: () => ({ at: now, ok }) });
    expect(await sent(true)).toMatchObject({ status: [200, 'ready'], notOk: {} });
    expect(await sent(false)).toMatchObject({
      status: [200, 'degraded'],
      notOk: { head: ['degraded', '日志头送不出去（2026-11-30T08:00:00.000Z）。'] },
    });
    expect(await asked()).toMatchObject({ status: [200, 'ready'], notOk: {} });
  });

  it('PostgreSQL is tried and knows its migrations as SQLite does', async () => {
    const postgres = await freshPostgresStore();
    const parts = {
      ...{ store: postgres.store, dataFolder: dirname(fresh.file), freeSpace: room, now: () => now },
      ...{ lastBackup: async () => 'unknown' as const, isStartPending: () => false },
    };
    const checks = await runHealthChecks(parts);
    expect(checks.slice(0, 2).map(({ name, state }) => [name, state])).toEqual([
      ['write', 'ok'],
      ['migrations', 'ok'],
    ]);
    await postgres.remove();
  });
});
