import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readWritten } from '../bench/save/verify-saves';
import { type Saved, versionsOf } from './saving';

/** What a database file holds of the clerks' saves, by SQL that shares nothing with the store. */
export async function savedInSqlite(folder: string): Promise<Saved> {
  const database = new Database(join(folder, 'nianbao.db'));
  let found: Pick<Saved, 'versions' | 'isWhole'>;
  try {
    const isWhole =
      database.pragma('integrity_check', { simple: true }) === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0;
    const rows = database.prepare('select filing_id as filing, cell, version from figures').all();
    found = { versions: versionsOf(rows as Parameters<typeof versionsOf>[0]), isWhole };
  } finally {
    database.close();
  }
  const { figureVersions, events, changes, isChainWhole } = await readWritten(folder);
  const doubled = Math.max(figureVersions, events, changes) - Math.min(figureVersions, events, changes);
  return { ...found, isWhole: found.isWhole && isChainWhole, doubled };
}
