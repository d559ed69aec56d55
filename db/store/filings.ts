import { and, asc, eq, inArray, isNotNull, isNull, like, or, sql } from 'drizzle-orm';
import { dueOf, type Extension, type ExtensionAsk } from '@/server/domain/deadlines';
import type { FormatId, Power, RowVariant } from '@/server/domain/formats';
import type { UnitPath } from '@/server/domain/permissions';
import type { FilingStatus } from '@/server/domain/workflow';
import { maxNamed } from './max-named';
import { partsOf } from './parts-of';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';
import { pathFrom, pathText } from './units';

/** A filing with what every decision about it needs: its unit, the form of its year, its due day. */
export interface Filing {
  id: string;
  unitId: string;
  unitName: string;
  unitPath: UnitPath;
  powers: readonly Power[];
  /** Whether 分管领导 signs before a submission. */
  needsSignOff: boolean;
  year: number;
  quarter: number;
  status: FilingStatus;
  submissionNumber: number;
  /** Never counts, whatever becomes of it. */
  isPractice: boolean;
  format: FormatId;
  rowVariant: RowVariant;
  /** When this unit's part is due (`dueOf`), a day. */
  dueOn: string;
  /** When everybody's is. */
  quarterDueOn: string;
  /** This unit's own day. */
  extension: Extension | null;
  /** What it asks for, of whom and when. */
  extensionAsk: StoredAsk | null;
}

export type StoredAsk = ExtensionAsk & { by: string; at: string };

/** A unit that closed has no quarters after its last: what was opened for it before that was known is kept, but is nobody's task. */
export function hadItsUnit({ t }: Reader) {
  const firstDay = sql`${t.filings.year} || case ${t.filings.quarter} when 1 then '-01-01' when 2 then '-04-01' when 3 then '-07-01' else '-10-01' end`;
  return or(isNull(t.units.closesOn), sql`${t.units.closesOn} >= ${firstDay}`);
}

/** A filing that counts. Whoever joins `filings` asks for it; practice is found only by its id and by the functions that say so. */
export function isNotPractice({ t }: Reader) {
  return eq(t.filings.isPractice, false);
}

export function selectFilings(reader: Reader) {
  const { db, t } = reader;
  return db
    .select({
      id: t.filings.id,
      unitId: t.filings.unitId,
      unitName: t.units.name,
      path: t.units.path,
      powers: t.units.powers,
      needsSignOff: t.units.needsSignOff,
      year: t.filings.year,
      quarter: t.filings.quarter,
      status: t.filings.status,
      submissionNumber: t.filings.submissionNumber,
      isPractice: t.filings.isPractice,
      format: t.years.format,
      rowVariant: t.years.rowVariant,
      quarterDueOn: t.quarters.dueOn,
      extendedTo: t.filings.extendedTo,
      extension: t.filings.extension,
      extensionAsk: t.filings.extensionAsk,
    })
    .from(t.filings)
    .innerJoin(t.units, and(eq(t.units.id, t.filings.unitId), hadItsUnit(reader)))
    .innerJoin(t.years, eq(t.years.year, t.filings.year))
    .innerJoin(t.quarters, and(eq(t.quarters.year, t.filings.year), eq(t.quarters.quarter, t.filings.quarter)));
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFilings>['execute']>>[number];

/** By its id, a practice quarter too: whoever holds the address may work in it. */
export async function findFiling(reader: Reader, id: string): Promise<Filing | null> {
  const query = prepared(reader, 'filings.find', (at) => selectFilings(at).where(eq(at.t.filings.id, sql.placeholder('id'))));
  const [row] = await query.execute({ id });
  return row ? toFiling(row) : null;
}

/** The same of many, by id. */
export async function findFilings(reader: Reader, ids: readonly string[]): Promise<Map<string, Filing>> {
  if (ids.length === 0) return new Map();
  const rows = await selectFilings(reader).where(inArray(reader.t.filings.id, [...ids]));
  return new Map(rows.map((row) => [row.id, toFiling(row)]));
}

/** The unit's quarter that counts. */
export async function findFilingOf(reader: Reader, unitId: string, year: number, quarter: number): Promise<Filing | null> {
  const { t } = reader;
  const [row] = await selectFilings(reader).where(
    and(isNotPractice(reader), eq(t.filings.unitId, unitId), eq(t.filings.year, year), eq(t.filings.quarter, quarter)),
  );
  return row ? toFiling(row) : null;
}

/** A unit's quarter, as a key. */
export function quarterKey({ unitId, year, quarter }: Pick<Filing, 'unitId' | 'year' | 'quarter'>): string {
  return `${unitId} ${year} ${quarter}`;
}

/** The quarters of units that count, by `quarterKey`. Of a thousand units all of the period is read through. */
export async function findFilingsOf(
  reader: Reader,
  asked: readonly Pick<Filing, 'unitId' | 'year' | 'quarter'>[],
): Promise<Map<string, Filing>> {
  if (asked.length === 0) return new Map();
  const { t } = reader;
  const wanted = new Set(asked.map(quarterKey));
  const periods = new Map(asked.map(({ year, quarter }) => [year * 4 + quarter, { year, quarter }]));
  const unitIds = [...new Set(asked.map((one) => one.unitId))];
  const rows = await selectFilings(reader).where(
    and(
      isNotPractice(reader),
      or(...[...periods.values()].map(({ year, quarter }) => and(eq(t.filings.year, year), eq(t.filings.quarter, quarter)))),
      ...(unitIds.length > maxNamed ? [] : [inArray(t.filings.unitId, unitIds)]),
    ),
  );
  return new Map(rows.filter((row) => wanted.has(quarterKey(row))).map((row) => [quarterKey(row), toFiling(row)]));
}

export interface FilingFilter {
  unitIds?: readonly string[];
  /** The unit with this path and everything below it. */
  under?: UnitPath;
  year?: number;
  quarter?: number;
  statuses?: readonly FilingStatus[];
}

/** Filings that count, by period and then by the office's list of units. */
export async function listFilings(reader: Reader, filter: FilingFilter): Promise<Filing[]> {
  const { t } = reader;
  // Of so many units in a year, the year is read through.
  const among = filter.unitIds && filter.year !== undefined && filter.unitIds.length > maxNamed ? new Set(filter.unitIds) : null;
  const rows = await selectFilings(reader)
    .where(
      and(
        isNotPractice(reader),
        ...(filter.unitIds && !among ? [inArray(t.filings.unitId, [...filter.unitIds])] : []),
        ...(filter.under ? [like(t.units.path, `${pathText(filter.under)}%`)] : []),
        ...(filter.year === undefined ? [] : [eq(t.filings.year, filter.year)]),
        ...(filter.quarter === undefined ? [] : [eq(t.filings.quarter, filter.quarter)]),
        ...(filter.statuses ? [inArray(t.filings.status, [...filter.statuses])] : []),
      ),
    )
    .orderBy(asc(t.filings.year), asc(t.filings.quarter), asc(t.units.sort), asc(t.units.id));
  return (among ? rows.filter((row) => among.has(row.unitId)) : rows).map(toFiling);
}

/** The quarters of a year that are approved or locked, and count, as `unitId quarter`. */
export async function listApprovedQuarters(reader: Reader, year: number): Promise<Set<string>> {
  const { filings } = reader.t;
  const rows = await reader.db
    .select({ unitId: filings.unitId, quarter: filings.quarter })
    .from(filings)
    .where(and(isNotPractice(reader), eq(filings.year, year), inArray(filings.status, ['approved', 'locked'])));
  return new Set(rows.map((row) => `${row.unitId} ${row.quarter}`));
}

/** Creates the filing of a unit's quarter unless it is there: two parallel creates leave one row. */
export async function insertFiling(
  tx: Tx,
  filing: { id: string; unitId: string; year: number; quarter: number; isPractice?: boolean; at: Date },
): Promise<void> {
  const { at, ...row } = filing;
  await tx.db
    .insert(tx.t.filings)
    .values({ ...row, status: 'open', submissionNumber: 0, updatedAt: at })
    .onConflictDoNothing();
}

export async function setFilingStatus(
  tx: Tx,
  id: string,
  change: { status: FilingStatus; submissionNumber?: number; at: Date },
): Promise<void> {
  const { at, ...rest } = change;
  await tx.db
    .update(tx.t.filings)
    .set({ ...rest, updatedAt: at })
    .where(eq(tx.t.filings.id, id));
}

/** The same for many. */
export async function setFilingStatuses(tx: Tx, ids: readonly string[], { status, at }: { status: FilingStatus; at: Date }): Promise<void> {
  for await (const some of partsOf(ids))
    await tx.db.update(tx.t.filings).set({ status, updatedAt: at }).where(inArray(tx.t.filings.id, some));
}

/** A unit's own day for its quarter, what it asks for, or neither any more. */
export async function updateExtension(
  tx: Tx,
  id: string,
  change: { extension?: Extension | null; extensionAsk?: StoredAsk | null },
): Promise<void> {
  const { extension, extensionAsk } = change;
  await tx.db
    .update(tx.t.filings)
    .set({
      ...(extension === undefined ? {} : extensionColumns(extension)),
      ...(extensionAsk === undefined ? {} : { extensionAsk }),
    })
    .where(eq(tx.t.filings.id, id));
}

function extensionColumns(extension: Extension | null) {
  if (extension === null) return { extendedTo: null, extension: null };
  const { until, ...why } = extension;
  return { extendedTo: until, extension: why };
}

/** The quarters of a year, below a unit, that have a day of their own or ask for one. */
export async function listExtended(reader: Reader, { year, under }: { year: number; under: UnitPath }): Promise<Filing[]> {
  const { t } = reader;
  const rows = await selectFilings(reader)
    .where(
      and(
        isNotPractice(reader),
        eq(t.filings.year, year),
        like(t.units.path, `${pathText(under)}%`),
        or(isNotNull(t.filings.extendedTo), isNotNull(t.filings.extensionAsk)),
      ),
    )
    .orderBy(asc(t.filings.quarter), asc(t.units.sort), asc(t.units.id));
  return rows.map(toFiling);
}

export function toFiling({ path, powers, extendedTo, extension, ...row }: Row): Filing {
  return {
    ...row,
    unitPath: pathFrom(path),
    powers: powers as Power[],
    dueOn: dueOf({ quarterDueOn: row.quarterDueOn, extendedTo }),
    extension: extendedTo !== null && extension !== null ? { until: extendedTo, ...extension } : null,
  };
}
