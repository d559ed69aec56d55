import { expect, it } from 'vitest';
import { openPostgresStore } from '@/db/store/postgres-store';
import { freshDatabase, migratedDatabase } from '@/db/testing/fresh-postgres';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { goneAfterMs, type Place, presenceOn } from './presence';

const place: Place = { room: 'review', filingId: 'f', unitPath: ['root', 'u'] };
const wang = { userId: 'w', name: '王五' };
const li = { userId: 'l', name: '李四' };

it('two processes on PostgreSQL see each other’s people; those of one that dies are gone 40 seconds after they were heard of last', async () => {
  const url = await freshDatabase(migratedDatabase);
  const [own, other] = [await openPostgresStore(url), await openPostgresStore(url)];
  const clock = { now: 1_000_000 };
  const [here, there] = [presenceOn(own, () => clock.now), presenceOn(other, () => clock.now)];
  const names = () => here.inRoom('review').map(({ name }) => name);
  try {
    await here.come(place, wang);
    await expect
      .poll(async () => {
        // Whoever listens from now on may have missed the first word; a page says it again.
        clock.now += 11_000;
        await there.come(place, li);
        return names();
      })
      .toContain('李四');
    await there.leave(place, li);
    await expect.poll(names).not.toContain('李四');
    clock.now += 11_000;
    await there.come(place, li);
    await expect.poll(names).toContain('李四');
    await other.close();
    clock.now += goneAfterMs - 1;
    expect(names()).toContain('李四');
    clock.now += 1;
    expect(names()).toEqual([]);
  } finally {
    await own.close();
  }
});

it('on SQLite, in one process, the same', async () => {
  const { store, remove } = await freshSqliteStore();
  try {
    const clock = { now: 1_000_000 };
    const presence = presenceOn(store, () => clock.now);
    await presence.come(place, wang);
    await presence.come(place, li);
    await presence.leave(place, wang);
    expect(presence.inRoom('review').map(({ name }) => name)).toEqual(['李四']);
    clock.now += goneAfterMs;
    expect(presence.inRoom('review')).toEqual([]);
  } finally {
    await remove();
  }
});
