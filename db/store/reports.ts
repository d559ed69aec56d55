import { and, asc, desc, eq } from 'drizzle-orm';
import type { ProseKey } from '@/server/domain/formats';
import type { Scope } from '@/server/domain/subject';
import type { Reader, Tx } from './store';

export interface Report {
  id: string;
  unitId: string;
  year: number;
  scope: Scope;
}

export async function findReport(reader: Reader, unitId: string, year: number, scope: Scope): Promise<Report | null> {
  const { reports } = reader.t;
  const [row] = await reader.db
    .select(columns(reader))
    .from(reports)
    .where(and(eq(reports.unitId, unitId), eq(reports.year, year), eq(reports.scope, scope)));
  return row ?? null;
}

export async function getReport(reader: Reader, id: string): Promise<Report | null> {
  const [row] = await reader.db.select(columns(reader)).from(reader.t.reports).where(eq(reader.t.reports.id, id));
  return row ?? null;
}

/** Creates the report unless it is there. */
export async function insertReport(tx: Tx, report: Report & { createdAt: Date }): Promise<void> {
  await tx.db.insert(tx.t.reports).values(report).onConflictDoNothing();
}

export interface ReportText {
  key: ProseKey;
  text: string;
  version: number;
  savedBy: string;
  savedAt: Date;
}

export async function listReportTexts(reader: Reader, reportId: string): Promise<ReportText[]> {
  const { reportTexts: table } = reader.t;
  return reader.db
    .select({ key: table.key, text: table.text, version: table.version, savedBy: table.savedBy, savedAt: table.savedAt })
    .from(table)
    .where(eq(table.reportId, reportId))
    .orderBy(asc(table.key));
}

export async function upsertReportText(tx: Tx, reportId: string, text: ReportText): Promise<void> {
  const { key, ...set } = text;
  await tx.db
    .insert(tx.t.reportTexts)
    .values({ reportId, ...text })
    .onConflictDoUpdate({ target: [tx.t.reportTexts.reportId, tx.t.reportTexts.key], set });
}

export interface Edition {
  id: string;
  reportId: string;
  number: number;
  origin: 'assembled' | 'imported';
  content: string;
  hash: string;
  finalisedBy: string;
  finalisedAt: Date;
}

/** Editions of a report, the newest first. */
export async function listEditions(reader: Reader, reportId: string): Promise<Edition[]> {
  return reader.db.select().from(reader.t.editions).where(eq(reader.t.editions.reportId, reportId)).orderBy(desc(reader.t.editions.number));
}

export async function findEdition(reader: Reader, reportId: string, number: number): Promise<Edition | null> {
  const { editions } = reader.t;
  const [row] = await reader.db
    .select()
    .from(editions)
    .where(and(eq(editions.reportId, reportId), eq(editions.number, number)));
  return row ?? null;
}

export async function latestEditionOf(reader: Reader, unitId: string, year: number, scope: Scope): Promise<Edition | null> {
  const report = await findReport(reader, unitId, year, scope);
  return report ? ((await listEditions(reader, report.id))[0] ?? null) : null;
}

export async function insertEdition(tx: Tx, edition: Edition): Promise<void> {
  await tx.db.insert(tx.t.editions).values(edition);
}

function columns({ t }: Reader) {
  return { id: t.reports.id, unitId: t.reports.unitId, year: t.reports.year, scope: t.reports.scope };
}
