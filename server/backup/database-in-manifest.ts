import { z } from 'zod';
import type { DatabaseFacts } from '@/db/backup/facts';
import { leftOut } from '@/db/backup/left-out';
import { migrationsKnown, standingOf } from '@/db/store/migrations-known';

const count = z.number().int().min(0);
const schema = z.strictObject({
  engine: z.enum(['sqlite', 'postgres']),
  /** The last one that was applied. */
  migration: z.strictObject({ at: count, name: z.string().nullable() }),
  /** The last link of the event log. */
  head: z.strictObject({ seq: count, hash: z.string() }),
  /** Rows of every table. */
  tables: z.record(z.string(), count),
  /** Tables whose rows are not in the backup. */
  leftOut: z.array(z.string()),
});

/** What a manifest says of the database. */
export type DatabaseInManifest = z.infer<typeof schema>;

export function saidOf(engine: 'sqlite' | 'postgres', { migration, head, tables }: DatabaseFacts): DatabaseInManifest {
  const name = migrationsKnown(engine).find(({ at }) => at === migration)?.name ?? null;
  return { engine, migration: { at: migration, name }, head, tables, leftOut: [...leftOut] };
}

/** @throws Error for what says it in another way */
export function databaseIn(facts: unknown): DatabaseInManifest {
  return schema.parse(facts);
}

/** In what a database differs from what a manifest says of it. */
export function differences(said: DatabaseInManifest, found: DatabaseFacts): string[] {
  const faults: string[] = [];
  if (found.migration !== said.migration.at) faults.push(`migration ${found.migration}, should be ${said.migration.at}`);
  if (found.head.seq !== said.head.seq || found.head.hash !== said.head.hash)
    faults.push(`the log ends at ${found.head.seq} ${found.head.hash}, should end at ${said.head.seq} ${said.head.hash}`);
  for (const table of new Set([...Object.keys(said.tables), ...Object.keys(found.tables)]))
    if (said.tables[table] !== found.tables[table])
      faults.push(`${table}: ${found.tables[table] ?? 'no'} rows, should be ${said.tables[table] ?? 'no table'}`);
  return faults;
}

/** A backup of a newer program cannot be opened by this one. @throws Error with what to do */
export function requireKnown({ engine, migration }: DatabaseInManifest): void {
  if (standingOf(engine, migration.at) === 'newer')
    throw new Error(
      '这份备份来自更新版本的程序，本程序不能打开；请先升级程序再恢复 / the backup was made by a newer program: upgrade this one, then restore',
    );
}
