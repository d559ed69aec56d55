import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FreshStore } from '../testing/fresh-store';
import { postgresBefore, sqliteBefore } from '../testing/store-before';
import { findPerson, formerPasswordsOf } from './people';

const created = new Date('2025-01-02T03:04:05.000Z');
const engines = [
  { engine: 'SQLite', open: sqliteBefore, time: String(created.getTime()), yes: '1' },
  { engine: 'PostgreSQL', open: postgresBefore, time: `'${created.toISOString()}'`, yes: 'true' },
];

/** Written when nobody kept the day on which a password was set. */
describe.each(engines)('T8: a database of the time before passwords had an age, on $engine', ({ open, time, yes }) => {
  let fresh: FreshStore;
  const before = Date.now();
  beforeAll(async () => {
    const old = await open('own_accounts');
    await old.run(
      [
        `insert into users (id, username, name, password_hash, is_active, created_at) values ('one', 'one', '张三', 'argon2', ${yes}, ${time});`,
        `insert into users (id, username, name, password_hash, is_active, created_at) values ('two', 'two', '李四', null, ${yes}, ${time});`,
      ].join('\n'),
    );
    fresh = await old.bringUpToDate();
  });
  afterAll(() => fresh.remove());

  it('counts them from the upgrade, so that nobody has to change theirs on that day', async () => {
    const setAt = (await findPerson(fresh.store.read, 'one'))?.passwordSetAt?.getTime() ?? 0;
    expect(setAt).toBeGreaterThanOrEqual(before - 1000);
    expect(setAt).toBeLessThanOrEqual(Date.now() + 1000);
    expect((await findPerson(fresh.store.read, 'two'))?.passwordSetAt).toBeNull();
    expect(await formerPasswordsOf(fresh.store.read, 'one')).toEqual([]);
  });
});
