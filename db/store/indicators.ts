import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { IndicatorFacts } from '@/server/domain/formats';
import { byOwner } from './by-owner';
import type { Reader, Tx } from './store';

/** A local indicator of a year, with whom it is asked of. */
export interface StoredIndicator extends IndicatorFacts {
  key: string;
  year: number;
  sort: number;
  retiredAt: Date | null;
}

/** The indicators of a year in the office's order, retired ones among them. */
export async function listIndicators(reader: Reader, year: number): Promise<StoredIndicator[]> {
  const { indicators } = reader.t;
  return reader.db.select().from(indicators).where(eq(indicators.year, year)).orderBy(asc(indicators.sort), asc(indicators.key));
}

/** The same of several years, by year; a year without any is absent. */
export async function listIndicatorsOf(reader: Reader, years: readonly number[]): Promise<Map<number, StoredIndicator[]>> {
  const { indicators } = reader.t;
  const rows = await reader.db
    .select()
    .from(indicators)
    .where(inArray(indicators.year, [...new Set(years)]))
    .orderBy(asc(indicators.sort), asc(indicators.key));
  return byOwner(
    rows,
    (row) => row.year,
    (row) => row,
  );
}

/** One key in every year that has it, the newest first: across years it has to mean the same. */
export async function listIndicatorsOfKey(reader: Reader, key: string): Promise<StoredIndicator[]> {
  const { indicators } = reader.t;
  return (await reader.db.select().from(indicators).where(eq(indicators.key, key))).sort((a, b) => b.year - a.year);
}

/** Every key that was ever given. */
export async function listIndicatorKeys(reader: Reader): Promise<string[]> {
  const { indicators } = reader.t;
  return (await reader.db.selectDistinct({ key: indicators.key }).from(indicators)).map((row) => row.key);
}

export async function insertIndicator(tx: Tx, indicator: StoredIndicator): Promise<void> {
  await tx.db.insert(tx.t.indicators).values(indicator);
}

export async function updateIndicator(
  tx: Tx,
  of: { year: number; key: string },
  change: Partial<Omit<StoredIndicator, 'year' | 'key'>>,
): Promise<void> {
  const { indicators } = tx.t;
  await tx.db
    .update(indicators)
    .set(change)
    .where(and(eq(indicators.year, of.year), eq(indicators.key, of.key)));
}

/** Whether anybody has filled this cell in a filing of the year. */
export async function isCellFilled(reader: Reader, year: number, cell: string): Promise<boolean> {
  const { figures, filings } = reader.t;
  const [row] = await reader.db
    .select({ cell: figures.cell })
    .from(figures)
    .innerJoin(filings, eq(filings.id, figures.filingId))
    .where(and(eq(filings.year, year), eq(figures.cell, cell), ne(figures.state, 'not_filled')))
    .limit(1);
  return row !== undefined;
}
