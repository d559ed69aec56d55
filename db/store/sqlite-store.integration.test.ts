import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '../testing/fresh-store';
import { aFiling, aPerson, aUnit, someDay } from '../testing/rows';
import { findFigure, findPerson, updatePerson, upsertFigure } from '.';
import { openSqliteStore } from './sqlite-store';

describe('the embedded store', () => {
  let fresh: FreshStore;
  beforeEach(async () => {
    fresh = await freshSqliteStore();
  });
  afterEach(() => fresh.remove());

  it('keeps its files from everybody but their owner', async () => {
    const file = `${fresh.file}-new`;
    const store = await openSqliteStore(file);
    await store.migrate();
    await aUnit(store);
    for (const name of ['', '-wal', '-shm'].filter((suffix) => existsSync(`${file}${suffix}`)))
      expect([name, (statSync(`${file}${name}`).mode & 0o777).toString(8)]).toEqual([name, '600']);
    await store.close();
  });

  it('is in WAL mode, with every reference intact, and can be opened and migrated again', async () => {
    const unit = await aUnit(fresh.store);
    const again = await openSqliteStore(fresh.file);
    await again.migrate();
    await again.close();
    const plain = new Database(fresh.file, { readonly: true });
    expect([
      plain.pragma('journal_mode', { simple: true }),
      plain.pragma('foreign_key_check'),
      plain.pragma('integrity_check', { simple: true }),
    ]).toEqual(['wal', [], 'ok']);
    expect(plain.prepare('select name from units').pluck().all()).toEqual([unit.name]);
    plain.close();
  });

  it('has all of a filling in the database itself afterwards, nothing in the log that waits', async () => {
    await fresh.store.fill(async () => void (await aUnit(fresh.store)));
    expect(statSync(`${fresh.file}-wal`).size).toBe(0);
    await aUnit(fresh.store);
    expect(statSync(`${fresh.file}-wal`).size).toBeGreaterThan(0);
  });

  it('does not start when a pragma does not stand as it was set', async () => {
    await expect(openSqliteStore(':memory:')).rejects.toThrow(/journal_mode = memory although wal was asked for/);
  });

  it('leaves reading to a connection that cannot write', async () => {
    const { db, t } = fresh.store.read;
    await expect(
      db
        .insert(t.settings)
        .values({ key: 'k', value: 1 })
        .then((done) => done),
    ).rejects.toThrow();
  });

  it('shows a reader nothing of a transaction until it is committed', async () => {
    const person = await aPerson(fresh.store);
    const seen: (string | undefined)[] = [];
    await fresh.store.tx(async (tx) => {
      await updatePerson(tx, person.id, { name: '李四' });
      seen.push((await findPerson(fresh.store.read, person.id))?.name, (await findPerson(tx, person.id))?.name);
    });
    expect([...seen, (await findPerson(fresh.store.read, person.id))?.name]).toEqual(['张三', '李四', '李四']);
  });

  it('T4: tells everybody in a group that nothing was kept when the database gives the whole transaction up', async () => {
    const plain = new Database(fresh.file);
    plain.exec(`create trigger give_up before update on users when new.name = 'full' begin select raise(rollback, 'disk is full'); end`);
    plain.close();
    const people = [await aPerson(fresh.store), await aPerson(fresh.store), await aPerson(fresh.store)];
    const outcomes = await Promise.allSettled(
      people.map((person, index) => fresh.store.tx((tx) => updatePerson(tx, person.id, { name: index === 1 ? 'full' : '李四' }))),
    );
    const names = await Promise.all(people.map(async (person) => (await findPerson(fresh.store.read, person.id))?.name));
    expect(outcomes.map((outcome, index) => outcome.status === 'fulfilled' || names[index] === '张三')).toEqual([true, true, true]);
    expect(outcomes[1]?.status).toBe('rejected');
    await fresh.store.tx((tx) => updatePerson(tx, people[1]?.id ?? '', { name: '王五' }));
    expect((await findPerson(fresh.store.read, people[1]?.id ?? ''))?.name).toBe('王五');
  });

  it('loses nothing of two processes that write the same figure: 40 + 40 = 80', async () => {
    const unit = await aUnit(fresh.store);
    const filingId = await aFiling(fresh.store, { unitId: unit.id, year: 2026, quarter: 1 });
    const cell = 's3.granted.natural_person';
    const number = (value: number) => ({
      cell,
      raw: String(value),
      figure: { state: 'number' as const, value, decimals: 0 },
      version: value,
      savedBy: 'u',
      savedAt: someDay,
    });
    await fresh.store.tx((tx) => upsertFigure(tx, filingId, number(0)));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('../testing/second-process.ts', import.meta.url)), fresh.file, filingId, '40'],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const ended = once(child, 'exit');
    for (let done = 0; done < 40; done += 1) {
      await fresh.store.tx(async (tx) => {
        const stored = await findFigure(tx, filingId, cell);
        await upsertFigure(tx, filingId, number((stored?.version ?? 0) + 1));
      });
      await new Promise(setImmediate);
    }
    expect(await ended).toEqual([0, null]);
    expect((await findFigure(fresh.store.read, filingId, cell))?.raw).toBe('80');
  });
});
