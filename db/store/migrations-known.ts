import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from './migrations-folder';

/** The migrations that this program knows of an engine, oldest first: the moment each was made, by which the database names it, and what it is called. */
export function migrationsKnown(engine: 'sqlite' | 'postgres'): readonly { at: number; name: string }[] {
  const file = join(migrationsFolder(engine === 'sqlite' ? 'sqlite' : 'pg'), 'meta/_journal.json');
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { when: number; tag: string }[] };
  return entries.map(({ when, tag }) => ({ at: when, name: tag }));
}

/** How a database stands to this program, by the last migration it has had. */
export function standingOf(engine: 'sqlite' | 'postgres', migration: number): 'new' | 'older' | 'same' | 'newer' {
  const newest = migrationsKnown(engine).at(-1)?.at ?? 0;
  if (migration === 0) return 'new';
  return migration === newest ? 'same' : migration < newest ? 'older' : 'newer';
}
