import { sql } from 'drizzle-orm';
import type { Reader } from './store';

/** `dueOf` in SQL, of a filing joined to its quarter or of none: for what is counted in the store. A test holds the two together. */
export function dueDay({ t: { filings, quarters } }: Reader) {
  return sql<string>`case when ${filings.extendedTo} > ${quarters.dueOn} then ${filings.extendedTo} else ${quarters.dueOn} end`;
}
