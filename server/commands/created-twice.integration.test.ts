import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { insertPerson, listEvents } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { contextOf } from '../rehearsal/players';
import { expectRefused } from '../testing/refusal-of';
import { runCommand } from './command';

describe.each([
  ['SQLite', () => freshSqliteStore()],
  ['PostgreSQL', () => freshPostgresStore()],
] as const)('two requests on %s that create the same thing at once', (_, fresh) => {
  it('both looked and found nothing: the later one gets a sentence, and nothing of it stays', async () => {
    const { store, remove } = await fresh();
    try {
      const actor = { userId: 'u', name: '管理员', username: 'admin', sessionId: null, posts: [] };
      const context = contextOf(store, actor, () => new Date('2026-04-08T02:00:00Z'));
      // What a command does that found nothing when it looked: the database alone knows better.
      const create = (name: string) =>
        runCommand(context, 'people.manage', async (tx) => {
          await insertPerson(tx, { id: randomUUID(), username: 'same', name, passwordHash: null, createdAt: context.now() });
          tx.record('person.created', { username: 'same', name });
        });
      await create('先到');
      const refused = await expectRefused(create('后到'), 'conflict');
      expect(refused.sentence.zh).toContain('没有重复办理');
      const events = await listEvents(store.read, { limit: 10 });
      expect(events.map((event) => event.kind)).toEqual(['person.created', 'refused']);
    } finally {
      await remove();
    }
  });
});
