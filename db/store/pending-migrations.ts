import { desc } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { bigint, pgSchema } from 'drizzle-orm/pg-core';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { migrationsFolder } from './migrations-folder';
import type { Store } from './store';

/** Where drizzle's migrator notes what it has applied, by the moment a migration was made. */
const applied = {
  sqlite: sqliteTable('__drizzle_migrations', { madeAt: integer('created_at') }),
  postgres: pgSchema('drizzle').table('__drizzle_migrations', { madeAt: bigint('created_at', { mode: 'number' }) }) as never,
};

/** How many migrations of this program the database has not had; negative: it has had one that this program does not know. */
export async function pendingMigrations({ engine, read }: Pick<Store, 'engine' | 'read'>): Promise<number> {
  const table = applied[engine] as typeof applied.sqlite;
  const [last] = await read.db.select({ madeAt: table.madeAt }).from(table).orderBy(desc(table.madeAt)).limit(1);
  const known = madeAt(engine);
  const at = last?.madeAt ?? 0;
  return at > (known.at(-1) ?? 0) ? -1 : known.filter((moment) => moment > at).length;
}

const read = new Map<Store['engine'], number[]>();

/** Of the program that runs: files that are replaced under it are the next one's. */
function madeAt(engine: Store['engine']): number[] {
  const known =
    read.get(engine) ??
    readMigrationFiles({ migrationsFolder: migrationsFolder(engine === 'sqlite' ? 'sqlite' : 'pg') }).map(
      ({ folderMillis }) => folderMillis,
    );
  read.set(engine, known);
  return known;
}
