import { join } from 'node:path';
import Database from 'better-sqlite3';
import { listEvents, type Store } from '@/db/store';
import { openSqliteStore } from '@/db/store/sqlite-store';
import { chainVerifier } from '@/server/domain/audit';

export interface Written {
  /** Sum of the versions of all figures: each save raises one by one. */
  figureVersions: number;
  events: number;
  changes: number;
  isChainWhole: boolean;
}

/** What a product server left behind, read after it has ended: every save must stand in all three tables. */
export async function readWritten(folder: string): Promise<Written> {
  const file = join(folder, 'nianbao.db');
  const database = new Database(file, { readonly: true });
  const one = (sql: string) => Number(database.prepare(sql).pluck().get());
  const counts = {
    figureVersions: one('select coalesce(sum(version), 0) from figures'),
    events: one(`select count(*) from events where kind = 'figure.saved'`),
    changes: one('select count(*) from changes'),
  };
  database.close();
  return { ...counts, isChainWhole: await isChainWhole(await openSqliteStore(file)) };
}

/** Whether the log's chain holds together, from where a verifier has come to. The store is closed afterwards. */
export async function isChainWhole(store: Store, verifier = chainVerifier()): Promise<boolean> {
  try {
    for (;;) {
      const events = await listEvents(store.read, { after: verifier.head().seq, limit: 5000 });
      if (events.length === 0) return true;
      for (const event of events) if (verifier.add(event)) return false;
    }
  } finally {
    await store.close();
  }
}

/** Saves that are not in all three tables, or acknowledged ones that are in none. In flight at the end: one per connection at most. */
export function unaccounted(written: Written, acknowledged: number, maxInFlight: number): number {
  const { figureVersions, events, changes } = written;
  const most = Math.max(figureVersions, events, changes);
  const least = Math.min(figureVersions, events, changes);
  return most - least + Math.max(0, acknowledged - least) + Math.max(0, most - acknowledged - maxInFlight) + (written.isChainWhole ? 0 : 1);
}
