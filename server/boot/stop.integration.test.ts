import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CellId } from '@/server/domain/formats';
import { anOfficeOnDisk, fiftyCells as cells, type OfficeOnDisk, type ServedOffice, serving } from './testing/office-process';

describe('T10: a signal to stop', () => {
  let onDisk: OfficeOnDisk;
  let office: ServedOffice;
  beforeAll(async () => {
    onDisk = await anOfficeOnDisk();
  });
  afterAll(() => rmSync(onDisk.dataFolder, { recursive: true, force: true }));
  afterEach(() => office.remove());

  it('with 50 saves, a page and idle connections: 50 of 50 answered, every connection closed, the log folded in, exit 0', async () => {
    office = await serving(onDisk);
    await office.save(cells, 0).answers;
    const idle = await office.connected('GET /api/trpc/nothing HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(idle, 'data');
    const silent = await office.connected('');
    const half = await office.connected('POST /api/trpc/filing.save HTTP/1.1\r\nHost: x\r\nContent-');
    const stream = expect(office.ask('/stream', { accept: 'text/event-stream' })).rejects.toThrow('aborted');
    const page = office.ask('/slow');
    await Promise.all([office.hears('/slow'), office.hears('/stream')]);
    const saves = office.save(cells, 1);
    await saves.sent;

    office.kill('SIGTERM');
    expect((await saves.answers).map(({ outcome }) => outcome)).toEqual(cells.map(() => 'saved'));
    await Promise.all([idle, silent, half].map((socket) => socket.closed || once(socket, 'close')));
    await stream;
    while (await office.connects()) await sleep(5);
    office.kill('SIGTERM');
    office.answer();
    expect(await page).toMatchObject({ status: 200, body: 'here it is', headers: { connection: 'close' } });
    expect(await office.ended).toBe(0);
    expect(office.logBytes()).toBe(0);
    expect(await office.stored()).toEqual(new Map(cells.map((cell) => [cell, '2'])));
  });

  it('with clerks who go on saving: what was acknowledged is kept, nothing of it only in the log, exit 0', async () => {
    office = await serving(onDisk);
    const acknowledged = new Map<CellId, number>();
    const busy = cells.map(async (cell) => {
      for (let version = 0; ; version += 1) {
        const [saved] = await office.save([cell], version).answers.catch(() => []);
        if (saved?.outcome !== 'saved') return;
        acknowledged.set(cell, version + 1);
      }
    });
    while (acknowledged.size < cells.length) await sleep(5);
    office.kill('SIGINT');
    await Promise.all(busy);
    expect(await office.ended).toBe(0);
    expect(office.logBytes()).toBe(0);
    const stored = await office.stored();
    for (const [cell, version] of acknowledged) expect(Number(stored.get(cell))).toBeGreaterThanOrEqual(version);
  });

  it('with a page that is never answered: it is cut off, the store is closed all the same, exit 0', async () => {
    office = await serving(onDisk, 100);
    await office.save(cells, 0).answers;
    const page = expect(office.ask('/slow')).rejects.toThrow('socket hang up');
    await office.hears('/slow');
    office.kill('SIGTERM');
    await page;
    expect(await office.ended).toBe(0);
    expect(office.logBytes()).toBe(0);
  });
});
