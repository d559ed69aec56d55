import { and, asc, desc, eq } from 'drizzle-orm';
import type { FormatId, RowVariant } from '@/server/domain/formats';
import type { Reader, Tx } from './store';

export interface Year {
  year: number;
  format: FormatId;
  rowVariant: RowVariant;
}

export interface YearQuarter {
  year: number;
  quarter: number;
  dueOn: string;
  openedAt: Date | null;
}

export async function listYears(reader: Reader): Promise<Year[]> {
  const { years } = reader.t;
  return reader.db.select({ year: years.year, format: years.format, rowVariant: years.rowVariant }).from(years).orderBy(desc(years.year));
}

export async function findYear(reader: Reader, year: number): Promise<Year | null> {
  const { years } = reader.t;
  const [row] = await reader.db
    .select({ year: years.year, format: years.format, rowVariant: years.rowVariant })
    .from(years)
    .where(eq(years.year, year));
  return row ?? null;
}

export async function insertYear(tx: Tx, year: Year & { createdAt: Date }): Promise<void> {
  await tx.db.insert(tx.t.years).values(year);
}

export async function listQuarters(reader: Reader, year: number): Promise<YearQuarter[]> {
  return reader.db.select().from(reader.t.quarters).where(eq(reader.t.quarters.year, year)).orderBy(asc(reader.t.quarters.quarter));
}

export async function findQuarter(reader: Reader, year: number, quarter: number): Promise<YearQuarter | null> {
  const [row] = await reader.db
    .select()
    .from(reader.t.quarters)
    .where(and(eq(reader.t.quarters.year, year), eq(reader.t.quarters.quarter, quarter)));
  return row ?? null;
}

export async function insertQuarter(tx: Tx, quarter: YearQuarter): Promise<void> {
  await tx.db.insert(tx.t.quarters).values(quarter);
}

export async function updateQuarter(tx: Tx, year: number, quarter: number, change: { dueOn?: string; openedAt?: Date }): Promise<void> {
  await tx.db
    .update(tx.t.quarters)
    .set(change)
    .where(and(eq(tx.t.quarters.year, year), eq(tx.t.quarters.quarter, quarter)));
}
