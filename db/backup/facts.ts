import { type ChainedEvent, type ChainFault, chainVerifier } from '@/server/domain/audit';
import { eventColumns, eventOfRow } from '../store/event-view';

/** Asks a database in its own words. Only for what holds of any schema, also of an older program's: a backup is read before it is migrated. */
export type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/** What a database holds, told so that a copy of it can be compared. */
export interface DatabaseFacts {
  /** The last migration that was applied, by the moment it was made; 0 for none. */
  migration: number;
  /** The last link of the event log. */
  head: { seq: number; hash: string };
  /** Rows of every table. */
  tables: Record<string, number>;
}

const pageSize = 5_000;

/** Rows of each of these tables. */
export async function countRows(ask: Ask, tables: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = Number((await ask(`select count(*) as n from "${table}"`))[0]?.n ?? Number.NaN);
  return counts;
}

/** Where the log ends, without walking it. */
export async function readHead(ask: Ask): Promise<DatabaseFacts['head'] | null> {
  const [row] = await ask('select seq, hash from events order by seq desc limit 1');
  return row ? { seq: Number(row.seq), hash: String(row.hash) } : null;
}

export interface WalkedChain {
  head: DatabaseFacts['head'];
  /** The first event that does not fit. */
  fault: ChainFault | null;
  /** Whether the link that was asked for is in the chain. */
  holds: boolean;
}

/** Walks the whole event log, page by page. @param link one that must be in it */
export async function walkChain(ask: Ask, link: DatabaseFacts['head'] | null): Promise<WalkedChain> {
  const chain = chainVerifier();
  let holds = link === null;
  for (;;) {
    const rows = await ask(`select * from events where seq > ${chain.head().seq} order by seq limit ${pageSize}`);
    for (const row of rows) {
      const fault = chain.add(eventOf(row));
      if (fault) return { head: chain.head(), fault, holds };
      if (link && chain.head().seq === link.seq) holds = chain.head().hash === link.hash;
    }
    if (rows.length < pageSize) return { head: chain.head(), fault: null, holds };
  }
}

/** A row as the chain hashes it. A column that an older program did not have is not in its events either. */
export function eventOf(row: Record<string, unknown>): ChainedEvent {
  return eventOfRow(Object.fromEntries(eventColumns.filter(({ name }) => name in row).map(({ key, name }) => [key, row[name]])));
}
