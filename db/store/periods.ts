import { and, asc, desc, eq, inArray } from 'drizzle-orm';
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

/** What somebody has put into a year. */
export type YearHolding = 'filings' | 'openings' | 'reports' | 'contributions';

/** What stands in a year that would be lost with it; empty for one in which nobody has done anything yet. */
export async function whatYearHolds(reader: Reader, year: number): Promise<YearHolding[]> {
  const { db, t } = reader;
  const filingIds = db.select({ id: t.filings.id }).from(t.filings).where(eq(t.filings.year, year));
  const ofFilings = [
    t.figures,
    t.filingTexts,
    t.declarations,
    t.signOffs,
    t.submissions,
    t.remarks,
    t.comments,
    t.followUps,
    t.restatements,
  ];
  let worked = 0;
  for (const table of ofFilings) worked += await db.$count(table, inArray(table.filingId, filingIds));
  for (const table of [t.explanations, t.ruleNotes])
    worked += await db.$count(table, and(eq(table.ownerType, 'filing'), inArray(table.ownerId, filingIds)));
  const found: Record<YearHolding, number> = {
    filings: worked + (await db.$count(t.correctionSlips, eq(t.correctionSlips.year, year))),
    openings: await db.$count(t.openingBalances, eq(t.openingBalances.year, year)),
    reports: await db.$count(t.reports, eq(t.reports.year, year)),
    contributions: await db.$count(t.contributionRequests, eq(t.contributionRequests.year, year)),
  };
  return (Object.keys(found) as YearHolding[]).filter((holding) => found[holding] > 0);
}

/** Takes a year out that holds nothing: its empty filings, its indicators and quarters with it. */
export async function deleteYear(tx: Tx, year: number): Promise<void> {
  const { db, t } = tx;
  for (const table of [t.filings, t.indicators, t.quarters, t.years]) await db.delete(table).where(eq(table.year, year));
}
