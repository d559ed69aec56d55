import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { storageTrouble } from '@/db/store';
import { healthHandler } from '../boot/health-handler';
import { newServer } from '../boot/new-server';
import { inRequest } from '../log/request-scope';
import { aLog } from '../log/testing/a-log';
import { type Asker, openWorkRoom, type RoomWanted, type WorkRoom, type WorkState } from './work-room';

const nowhere = { dataFolder: '/nowhere', databaseUrl: null };
const program = new URL('./testing/test-thread.mjs', import.meta.url);

describe('the worker room', () => {
  let room: WorkRoom | null = null;
  afterEach(async () => {
    await room?.close();
    room = null;
  });

  /** A room whose jobs are those of `testing/test-thread.mjs`. */
  function open(wanted: RoomWanted = {}) {
    room = openWorkRoom({ threads: 2, program, ...wanted });
    const of = room.of;
    return (name: string, input: unknown = null, { person = 'p', signal, watch }: { person?: string } & Asker = {}): Promise<unknown> =>
      of(person, nowhere, { signal, watch }).do(name as 'report-page', input as never);
  }

  /** A job that blocks its thread until it is let go. */
  function blocking(says: unknown) {
    const flag = new SharedArrayBuffer(8);
    const view = new Int32Array(flag);
    return {
      input: { flag, says },
      begun: async () => {
        while (Atomics.load(view, 1) === 0) await new Promise(setImmediate);
      },
      letGo: () => {
        Atomics.store(view, 0, 1);
        Atomics.notify(view, 0);
      },
    };
  }

  it('answers people while a job blocks: the health request that was asked later is answered before', async () => {
    const work = open();
    const order: string[] = [];
    const long = blocking('long');
    const done = work('wait', long.input).then((said) => order.push(String(said)));
    await long.begun();
    const parts = { store: { read: {} }, env: { dataFolder: '/nowhere' } } as Parameters<typeof healthHandler>[0];
    const server = newServer(healthHandler(parts)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/health/live`)).text();
    order.push('health');
    long.letGo();
    await done;
    server.close();
    server.closeAllConnections();
    expect(order).toEqual(['health', 'long']);
  });

  it.each(['exit', 'throw', 'fill'])(
    'a thread that breaks (%s) answers a sentence that tells nothing of the inside, and the next job is done',
    async (how) => {
      const work = open({ memoryMb: 48 });
      await expect(work(how)).rejects.toMatchObject({ code: 'work_failed', sentence: { zh: expect.stringContaining('生成时出错') } });
      expect(await work('echo', 'next')).toBe('next');
    },
  );

  it('what went wrong inside stands in the log under the number that the person and the page are told; a full disk is told as one', async () => {
    const { log, lines } = aLog();
    const work = open();
    const scope = { id: 'ab12cd34ef56', log: log.child({ request: 'ab12cd34ef56' }), metrics: null, actorId: null, calls: 0 };
    await inRequest(scope, () =>
      expect(work('throw')).rejects.toMatchObject({ code: 'work_failed', sentence: { zh: expect.stringContaining('编号 ab12cd34ef56') } }),
    );
    expect(lines()).toMatchObject([{ event: 'a job failed', job: 'throw', request: 'ab12cd34ef56' }]);
    await expect(work('full')).rejects.toSatisfy((error) => storageTrouble(error) === 'full');
  });

  it('a thread that breaks for nobody is a line of the log with a number, and nothing on standard error', async () => {
    const { log, lines } = aLog();
    const said: unknown[] = [];
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(text) > 0);
    const work = open({ log });
    expect(await work('break later')).toBeNull();
    await expect
      .poll(lines)
      .toMatchObject([
        { event: 'a worker thread broke', level: 'error', number: expect.stringMatching(/^[0-9a-f]{12}$/), error: { says: 'of no job' } },
      ]);
    stderr.mockRestore();
    expect(said).toEqual([]);
    expect(await work('echo', 'next')).toBe('next');
  });

  it('a job that takes too long is stopped, and the next one is done', async () => {
    const work = open({ patienceMs: 4_000 });
    await expect(work('never')).rejects.toMatchObject({ code: 'work_failed', sentence: { zh: expect.stringContaining('时间过长') } });
    expect(await work('echo', 'next')).toBe('next');
  });

  it('a refusal arrives as it was', async () => {
    await expect(open()('refuse')).rejects.toMatchObject({ code: 'invalid', sentence: { zh: '不行' }, details: { why: 1 } });
  });

  it('nobody waits for what was left: under way it is stopped, in the row it is not begun', async () => {
    const work = open();
    const leaving = new AbortController();
    const under = work('never', null, { signal: leaving.signal });
    const waits = work('never', null, { signal: leaving.signal });
    const after = work('echo', 'after');
    expect(room?.standing).toEqual({ waiting: 2, underWay: 1 });
    leaving.abort();
    for (const one of [under, waits]) await expect(one).rejects.toMatchObject({ sentence: { zh: '已取消。' } });
    expect(await after).toBe('after');
    await expect(work('echo', 1, { signal: leaving.signal })).rejects.toMatchObject({ sentence: { zh: '已取消。' } });
  });

  it('takes turns between people, refuses what is too much with a sentence, and keeps a thread for pages', async () => {
    const work = open({ most: { inAll: 10, ofOne: 3 } });
    const first = blocking('first');
    const order: unknown[] = [];
    const note = (said: unknown) => order.push(said);
    const all = [work('wait', first.input, { person: 'a' }).then(note)];
    await first.begun();
    for (const said of ['a2', 'a3', 'a4']) all.push(work('echo', said, { person: 'a' }).then(note));
    await expect(work('echo', 'a5', { person: 'a' })).rejects.toMatchObject({
      code: 'too_many',
      sentence: { zh: expect.stringContaining('太多') },
    });
    all.push(work('echo', 'b1', { person: 'b' }).then(note));
    expect(await work('report-page', 'page', { person: 'c' })).toBe('page');
    first.letGo();
    await Promise.all(all);
    expect(order).toEqual(['first', 'a2', 'b1', 'a3', 'a4']);
  });

  it('tells who waits how many are before, and that it is under way; who leaves makes room', async () => {
    const work = open();
    const first = blocking('first');
    const under = work('wait', first.input, { person: 'a' });
    await first.begun();
    const asked: (() => WorkState)[] = [];
    const watch = (ask: () => WorkState) => void asked.push(ask);
    const leaving = new AbortController();
    const left = work('echo', 1, { person: 'b', watch, signal: leaving.signal });
    const last = work('echo', 2, { person: 'c', watch });
    expect(asked.map((ask) => ask())).toEqual([
      { state: 'queued', ahead: 0 },
      { state: 'queued', ahead: 1 },
    ]);
    leaving.abort();
    await expect(left).rejects.toThrow();
    expect(asked[1]?.()).toEqual({ state: 'queued', ahead: 0 });
    first.letGo();
    expect([await under, await last]).toEqual(['first', 2]);
    expect(asked[1]?.()).toEqual({ state: 'working' });
  });

  it('closed, it refuses what waits and what comes', async () => {
    const work = open();
    const first = blocking('first');
    const under = work('wait', first.input);
    await first.begun();
    const waits = work('echo', 'waits');
    const closed = room?.close();
    await expect(waits).rejects.toMatchObject({ sentence: { zh: expect.stringContaining('正在停止') } });
    first.letGo();
    await Promise.allSettled([under, closed]);
    await expect(work('echo', 'late')).rejects.toMatchObject({ code: 'work_failed' });
  });
});
