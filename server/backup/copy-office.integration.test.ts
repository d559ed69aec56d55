import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadDemonstration } from '@/db/seed/demonstration';
import { eventHead, listFigures, listFilings, type Store } from '@/db/store';
import { databaseFile, openStore } from '@/db/store/open-store';
import { databaseUrl, freshDatabase } from '@/db/testing/fresh-postgres';
import { sqliteFile } from '@/db/testing/fresh-store';
import { officeTables } from '@/db/transfer/office-tables';
import { runCli } from '@/server/cli/testing/run-cli';
import { consoleContext } from '@/server/cli/with-store';
import { runCommand } from '@/server/commands/command';
import type { Place } from './backed-up-store';
import { copyOffice } from './copy-office';
import { anOffice, type Office } from './testing/an-office';

let folder: string;
/** The demonstration year where all is asked for (`npm run test:trust -- long`), else the small office. */
let moved: Place;
/** Of a small office. */
let small: Place;
let office: Office;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-copy-'));
  office = await anOffice();
  small = office.place;
  moved = process.env.NIANBAO_TRUST === 'full' ? await theDemonstration() : small;
});
afterAll(() => {
  office.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function theDemonstration(): Promise<Place> {
  const place = inFolder('demonstration');
  await (await openStore(place)).close();
  const { contents } = await sqliteFile((store) => store.fill(() => loadDemonstration(store, new Date('2026-11-30T02:00:00Z'))));
  writeFileSync(databaseFile(place.dataFolder), contents);
  return place;
}
const inFolder = (name: string): Place => ({ dataFolder: join(folder, name), databaseUrl: null });
const onServer = (url: string): Place => ({ dataFolder: '', databaseUrl: url });

describe('T13: an office moves', () => {
  it('from SQLite to PostgreSQL and back; every table has the same hash, and the office the same log and figures', async () => {
    const server = onServer(await freshDatabase());
    const there = await copyOffice(moved, server);
    const back = await copyOffice(server, inFolder('back'));
    expect(there.map(({ name }) => name).sort()).toEqual(officeTables.map(({ name }) => name).sort());
    expect(there.find(({ name }) => name === 'logged_events')?.rows).toBeGreaterThan(10);
    expect(back).toEqual(there);
    const [one, other, third] = await Promise.all([moved, server, inFolder('back')].map(glance));
    expect(other).toEqual(one);
    expect(third).toEqual(one);
  });

  it('into a database that is not there yet, which is made; not into one that holds something, nor while somebody works on either', async () => {
    const missing = onServer(databaseUrl(await freshDatabase(), `made_${process.pid}_${Date.now()}`));
    await copyOffice(small, missing);
    await expect(copyOffice(small, missing)).rejects.toThrow('the target is not empty');
    const store = await openStore(small);
    await expect(copyOffice(small, inFolder('elsewhere'))).rejects.toThrow('is in use by a running program');
    await store.close();
    const connected = await openStore(missing);
    await eventHead(connected.read);
    await expect(copyOffice(missing, inFolder('elsewhere'))).rejects.toThrow('is in use');
    await connected.close();
  });

  it('not where somebody comes to either database while it is copied, to stay or to write and go: it is asked again before the end', async () => {
    const full = onServer(await freshDatabase());
    await copyOffice(small, full);
    const empty = onServer(await freshDatabase());
    /** Something happens while rows are read, once. */
    const meanwhile = async (happens: () => Promise<unknown>, work: () => Promise<unknown>) => {
      const real = Client.prototype.query;
      let isDone = false;
      const query = vi.spyOn(Client.prototype, 'query').mockImplementation(async function (this: Client, ...given: unknown[]) {
        if (!isDone && String(given[0]).startsWith('declare transfer')) {
          isDone = true;
          await happens();
        }
        return Reflect.apply(real, this, given);
      } as never);
      await work().finally(() => query.mockRestore());
      expect(isDone).toBe(true);
    };
    for (const place of [full, empty]) {
      const staying = new Client({ connectionString: place.databaseUrl ?? '' });
      await meanwhile(
        () => staying.connect(),
        () => expect(copyOffice(full, empty)).rejects.toThrow('is in use'),
      );
      await staying.end();
    }
    const writes = async () => {
      const store = await openStore(full);
      await recordSomething(store);
      await store.close();
    };
    await meanwhile(writes, () => expect(copyOffice(full, inFolder('left behind'))).rejects.toThrow('is in use'));
    await copyOffice(full, empty);
  });

  it('whole or not at all: what the other engine refuses, or changes on the way, leaves it empty', async () => {
    const odd = inFolder('odd');
    await copyOffice(small, odd);
    const opened = new Database(databaseFile(odd.dataFolder));
    opened.exec(`update units set name = 'a' || char(0) || 'b' where kind = 'department'`);
    opened.close();
    const url = await freshDatabase();
    await expect(copyOffice(odd, onServer(url))).rejects.toThrow();
    const changing = await freshDatabase();
    const store = await openStore(onServer(changing));
    await store.migrate();
    await store.close();
    await asked(
      changing,
      `create function change() returns trigger as $$ begin new.name = new.name || '。'; return new; end; $$ language plpgsql`,
    );
    await asked(changing, 'create trigger change before insert on units for each row execute function change()');
    await expect(copyOffice(small, onServer(changing))).rejects.toThrow('what arrived differs from what was sent: units');
    for (const one of [url, changing]) expect(await asked(one, 'select count(*)::int as n from events')).toEqual([{ n: 0 }]);
  });

  it('by the command line', async () => {
    const url = await freshDatabase();
    const copied = await runCli(['db', 'copy', '--from', small.dataFolder, '--to', url, '--json']);
    expect([copied.code, JSON.parse(copied.stdout).same]).toEqual([0, true]);
    expect(await runCli(['db', 'copy', '--from', small.dataFolder, '--to', url])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the target is not empty'),
    });
    expect((await runCli(['db', 'copy', '--from', small.dataFolder, '--to', 'mysql://there'])).code).toBe(2);
  });
});

async function recordSomething(store: Store): Promise<void> {
  await runCommand(await consoleContext(store), 'person.read', async (tx) => tx.record('session.ended', { sessionId: 'abcdef' }));
}

/** Of an office what tells two apart at a glance, read by the store's own functions. */
async function glance(place: Place) {
  const store = await openStore(place);
  try {
    const filings = await listFilings(store.read, { year: 2026 });
    const figures = await Promise.all(filings.map(({ id }) => listFigures(store.read, id)));
    return { head: await eventHead(store.read), filings, figures };
  } finally {
    await store.close();
  }
}

async function asked(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}
