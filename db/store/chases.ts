import { and, asc, eq, inArray } from 'drizzle-orm';
import { maxNamed } from './max-named';
import type { Reader, Tx } from './store';

/** A unit was reminded of a quarter that it has not sent. */
export interface Chase {
  id: string;
  filingId: string;
  /** What the office added; empty: nothing. */
  words: string;
  chasedBy: string;
  chasedAt: Date;
}

export async function insertChases(tx: Tx, chases: readonly Chase[]): Promise<void> {
  if (chases.length > 0) await tx.db.insert(tx.t.chases).values([...chases]);
}

/** How some filings were chased last, by filing. */
export async function latestChases(reader: Reader, filingIds: readonly string[]): Promise<Map<string, Chase>> {
  const { chases } = reader.t;
  const latest = new Map<string, Chase>();
  for (let from = 0; from < filingIds.length; from += maxNamed) {
    const rows = await reader.db
      .select()
      .from(chases)
      .where(inArray(chases.filingId, filingIds.slice(from, from + maxNamed)))
      .orderBy(asc(chases.chasedAt), asc(chases.id));
    for (const row of rows) latest.set(row.filingId, row);
  }
  return latest;
}

/** How the quarters of a year were chased last, by filing. */
export async function latestChasesOf(reader: Reader, of: { year: number; quarter: number }): Promise<Map<string, Chase>> {
  const { chases, filings } = reader.t;
  const rows = await reader.db
    .select({ chase: chases })
    .from(chases)
    .innerJoin(filings, eq(filings.id, chases.filingId))
    .where(and(eq(filings.year, of.year), eq(filings.quarter, of.quarter)))
    .orderBy(asc(chases.chasedAt), asc(chases.id));
  return new Map(rows.map(({ chase }) => [chase.filingId, chase]));
}
