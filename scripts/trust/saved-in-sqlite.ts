import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readWritten } from '../bench/save/verify-saves';
import { cells, type Versions } from './saving';

/** What a database file holds of the clerks' saves, by SQL that shares nothing with the store, and whether it is whole: pages, references, the log's chain. */
export async function savedInSqlite(folder: string): Promise<{ versions: Versions; isWhole: boolean }> {
  const database = new Database(join(folder, 'nianbao.db'));
  const versions = new Map<string, number[]>();
  let isWhole: boolean;
  try {
    isWhole =
      database.pragma('integrity_check', { simple: true }) === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0;
    const rows = database.prepare('select filing_id as filing, cell, version from figures').all();
    for (const { filing, cell, version } of rows as { filing: string; cell: string; version: number }[]) {
      const of = versions.get(filing) ?? cells.map(() => 0);
      of[(cells as readonly string[]).indexOf(cell)] = version;
      versions.set(filing, of);
    }
  } finally {
    database.close();
  }
  return { versions, isWhole: isWhole && (await readWritten(folder)).isChainWhole };
}
