import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { eventHead, recordEvents, type Store } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { anEvent } from '@/db/testing/rows';
import { appRouter } from '../api/root';
import { runCli } from '../cli/testing/run-cli';

const root = fileURLToPath(new URL('../..', import.meta.url));

function sourceIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceIn(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !path.includes('/testing/') ? [path] : [];
  });
}

describe('T47: an event is kept, however old it is', () => {
  it('no code of ours deletes or changes one, be it a page, a procedure, a command or a job', () => {
    const files = ['app', 'components', 'db/store', 'db/seed', 'server'].flatMap(sourceIn);
    const touches = /(?:\.(?:delete|update)\(\s*(?:[\w.]+\.)?events\s*\))|(?:delete\s+from|update|truncate(?:\s+table)?)\s+["`]?events\b/i;
    expect(files.filter((file) => touches.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });

  it('no procedure of the log changes anything, and the command line has none that could', async () => {
    const ofTheLog = Object.entries(appRouter._def.procedures).filter(([path]) => path.startsWith('audit.'));
    const types = ofTheLog.map(([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type);
    expect(new Set(types)).toEqual(new Set(['query']));
    const { stdout } = await runCli(['audit', '--help']);
    expect([...stdout.matchAll(/^ {2}(\w+) .*$/gm)].map(([, command]) => command)).toEqual(['verify', 'head', 'export', 'help']);
  });

  it.each([
    ['SQLite', freshSqliteStore],
    ['PostgreSQL', freshPostgresStore],
  ])('%s itself refuses it of an event of yesterday and of seven years ago', async (_, open) => {
    const fresh = await open();
    try {
      await fresh.store.tx((tx) =>
        recordEvents(tx, [anEvent({ at: '2019-11-30T00:00:00.000Z' }), anEvent({ at: '2026-11-29T00:00:00.000Z' })]),
      );
      const without = (act: (store: Store) => Promise<unknown>) => expect(act(fresh.store)).rejects.toThrow();
      await without((store) => store.tx(async ({ db, t }) => db.delete(t.loggedEvents)));
      await without((store) => store.tx(async ({ db, t }) => db.update(t.loggedEvents).set({ said: '[]' })));
      expect((await eventHead(fresh.store.read)).seq).toBe(2);
    } finally {
      await fresh.remove();
    }
  });

  it('PostgreSQL refuses to empty what is frozen in one act, also on the way of what it belongs to', async () => {
    const fresh = await freshPostgresStore();
    try {
      const truncate = (tables: string) =>
        fresh.store
          .tx(({ db }) => (db as unknown as { execute(statement: SQL): Promise<unknown> }).execute(sql.raw(`truncate ${tables} cascade`)))
          .then(
            () => 'emptied',
            (error: Error) => (error.cause as Error).message,
          );
      expect(await truncate('logged_events')).toBe('the event log is append-only');
      expect(await truncate('submissions')).toBe('a submission is immutable');
      expect(await truncate('editions')).toBe('an edition is immutable');
      expect([await truncate('filings'), await truncate('reports')]).toEqual(['a submission is immutable', 'an edition is immutable']);
      expect(await truncate('settings, sessions')).toBe('emptied');
    } finally {
      await fresh.remove();
    }
  });
});
