import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { ProseKey } from '@/server/domain/formats';
import type { Scope } from '@/server/domain/subject';
import { byOwner } from './by-owner';
import { maxNamed } from './max-named';
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

/** The same of some reports, by report. */
export async function listReportTextsOf(reader: Reader, reportIds: readonly string[]): Promise<Map<string, ReportText[]>> {
  if (reportIds.length === 0) return new Map();
  const { reportTexts: table } = reader.t;
  const rows = await reader.db
    .select()
    .from(table)
    .where(inArray(table.reportId, [...reportIds]))
    .orderBy(asc(table.key));
  return byOwner(
    rows,
    (row) => row.reportId,
    ({ reportId: _report, ...text }) => text,
  );
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
  const { editions, reports } = reader.t;
  const [row] = await reader.db
    .select(editionColumns(reader))
    .from(reports)
    .innerJoin(editions, eq(editions.reportId, reports.id))
    .where(and(eq(reports.unitId, unitId), eq(reports.year, year), eq(reports.scope, scope)))
    .orderBy(desc(editions.number))
    .limit(1);
  return row ?? null;
}

/** An edition without what it says, and whose it is. */
export type EditionHead = Omit<Edition, 'content'> & Omit<Report, 'id'>;

/**
 * The newest edition of every report of some years, without its content, by `reportKey`.
 *
 * @param unitIds of theirs, where few are asked of; null: of all
 */
export async function newestEditionHeads(
  reader: Reader,
  years: readonly number[],
  unitIds: readonly string[] | null = null,
): Promise<Map<string, EditionHead>> {
  const { editions, reports } = reader.t;
  const { content: _content, ...head } = editionColumns(reader);
  const rows = await reader.db
    .select({ ...head, unitId: reports.unitId, year: reports.year, scope: reports.scope })
    .from(reports)
    .innerJoin(editions, eq(editions.reportId, reports.id))
    .where(
      and(inArray(reports.year, [...years]), unitIds && unitIds.length <= maxNamed ? inArray(reports.unitId, [...unitIds]) : undefined),
    )
    .orderBy(asc(editions.number));
  // The last of a report is the newest.
  return new Map(rows.map((row) => [reportKey(row), row]));
}

/** The newest editions of some reports with what they say, by `reportKey`. */
export async function newestEditionsOf(reader: Reader, keys: readonly Omit<Report, 'id'>[]): Promise<Map<string, Edition>> {
  if (keys.length === 0) return new Map();
  const heads = await newestEditionHeads(reader, [...new Set(keys.map((key) => key.year))]);
  const ids = new Map(
    keys.flatMap((key): [string, string][] => {
      const head = heads.get(reportKey(key));
      return head ? [[reportKey(key), head.id]] : [];
    }),
  );
  const editions = await findEditions(reader, [...ids.values()]);
  return new Map(
    [...ids].flatMap(([key, id]): [string, Edition][] => {
      const edition = editions.get(id);
      return edition ? [[key, edition]] : [];
    }),
  );
}

/** Some editions with what they say, by id. */
export async function findEditions(reader: Reader, ids: readonly string[]): Promise<Map<string, Edition>> {
  if (ids.length === 0) return new Map();
  const { editions } = reader.t;
  const rows = await reader.db
    .select()
    .from(editions)
    .where(inArray(editions.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** A report, as a key. */
export function reportKey({ unitId, year, scope }: Omit<Report, 'id'>): string {
  return `${unitId} ${year} ${scope}`;
}

/** The reports of some years. */
export async function listReportsOf(reader: Reader, years: readonly number[]): Promise<Report[]> {
  const { reports } = reader.t;
  return reader.db
    .select(columns(reader))
    .from(reports)
    .where(inArray(reports.year, [...years]));
}

/** Some reports by their ids. */
export async function getReports(reader: Reader, ids: readonly string[]): Promise<Map<string, Report>> {
  if (ids.length === 0) return new Map();
  const { reports } = reader.t;
  const rows = await reader.db
    .select(columns(reader))
    .from(reports)
    .where(inArray(reports.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertEdition(tx: Tx, edition: Edition): Promise<void> {
  await tx.db.insert(tx.t.editions).values(edition);
}

function editionColumns({ t }: Reader) {
  const { id, reportId, number, origin, content, hash, finalisedBy, finalisedAt } = t.editions;
  return { id, reportId, number, origin, content, hash, finalisedBy, finalisedAt };
}

function columns({ t }: Reader) {
  return { id: t.reports.id, unitId: t.reports.unitId, year: t.reports.year, scope: t.reports.scope };
}
