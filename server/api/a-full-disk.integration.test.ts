import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Tx } from '@/db/store';
import { Refused } from '@/server/errors';
import { nowhere } from '../auth/guesses';
import { inADistrict } from '../testing/in-a-district';
import { noBackups } from '../testing/no-backups';
import { createCaller } from './root';

const district = inADistrict();

/** As many pages as the database may have; null: as many as it likes. Only the engine itself can say that it is full. */
async function leaveRoom(pages: 'none' | 'all'): Promise<void> {
  const run = (tx: Tx, pragma: string) => (tx.db as unknown as { run: (query: unknown) => Promise<unknown> }).run(sql.raw(pragma));
  await district().store.tx((tx) => run(tx, `PRAGMA max_page_count = ${pages === 'none' ? 1 : 1_000_000_000}`));
}

it('a full disk is told as one, not as a lost network or a bug, and what was sent is taken once there is room', async () => {
  const context = district().clerk();
  const { actor, ...command } = context;
  const api = createCaller({
    store: context.store,
    actor,
    command,
    isDemonstration: false,
    backups: noBackups,
    page: null,
    from: nowhere,
    door: { isOneClick: false },
  });
  const filing = await district().filing();
  const text = '公开政府信息。'.repeat(900);
  const changes = { filingId: filing.id, changeId: randomUUID(), text, baseVersion: 0 };

  await leaveRoom('none');
  const refused = await api.filing.saveText(changes).then(
    () => null,
    (error: { code?: string; cause?: unknown }) => error,
  );
  expect(refused?.code).toBe('SERVICE_UNAVAILABLE');
  expect(refused?.cause).toBeInstanceOf(Refused);
  expect(refused?.cause).toMatchObject({ code: 'storage_full', sentence: { zh: expect.stringContaining('磁盘已满') } });

  await leaveRoom('all');
  await expect(api.filing.saveText(changes)).resolves.toMatchObject({ outcome: 'saved', version: 1 });
});
