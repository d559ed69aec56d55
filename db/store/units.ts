import { and, asc, eq, gt, inArray, isNotNull, isNull, like, sql } from 'drizzle-orm';
import type { Power } from '@/server/domain/formats';
import type { UnitPath } from '@/server/domain/permissions';
import type { UnitKind } from '@/server/domain/units';
import { maxNamed } from './max-named';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

export interface Unit {
  id: string;
  parentId: string | null;
  /** Ids from the root to the unit itself. */
  path: UnitPath;
  name: string;
  kind: UnitKind;
  powers: readonly Power[];
  sort: number;
  opensOn: string;
  closesOn: string | null;
  /** The unit that takes over what this one left open when it closed. */
  successorId: string | null;
  /** Whether 分管领导 signs a quarter before it is submitted. */
  needsSignOff: boolean;
}

/** A unit as it begins: nobody has succeeded it, and it asks for no signature. */
export type NewUnit = Omit<Unit, 'successorId' | 'needsSignOff'>;

export async function listUnits(reader: Reader): Promise<Unit[]> {
  const rows = await reader.db.select().from(reader.t.units).orderBy(asc(reader.t.units.sort), asc(reader.t.units.id));
  return rows.map(toUnit);
}

/** The top of the tree; null before there is one. */
export async function rootUnit(reader: Reader): Promise<Unit | null> {
  const { units } = reader.t;
  const [row] = await reader.db.select().from(units).where(isNull(units.parentId)).orderBy(asc(units.sort), asc(units.id)).limit(1);
  return row ? toUnit(row) : null;
}

/** The unit and everything below it, in the order of the office's list. */
export async function unitsUnder(reader: Reader, unit: Unit): Promise<Unit[]> {
  const query = prepared(reader, 'units.under', ({ db, t }) =>
    db
      .select()
      .from(t.units)
      .where(like(t.units.path, sql.placeholder('path')))
      .orderBy(asc(t.units.sort), asc(t.units.id)),
  );
  return (await query.execute({ path: `${pathText(unit.path)}%` })).map(toUnit);
}

export async function findUnit(reader: Reader, id: string): Promise<Unit | null> {
  const query = prepared(reader, 'units.find', ({ db, t }) =>
    db
      .select()
      .from(t.units)
      .where(eq(t.units.id, sql.placeholder('id'))),
  );
  const [row] = await query.execute({ id });
  return row ? toUnit(row) : null;
}

/** Some units by their ids. */
export async function findUnits(reader: Reader, ids: readonly string[]): Promise<Map<string, Unit>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.db
    .select()
    .from(reader.t.units)
    .where(inArray(reader.t.units.id, [...ids]));
  return new Map(rows.map((row) => [row.id, toUnit(row)]));
}

/** The government at the top; null before the first set-up. */
export async function findTopUnit(reader: Reader): Promise<Unit | null> {
  const [row] = await reader.db.select().from(reader.t.units).where(isNull(reader.t.units.parentId)).limit(1);
  return row ? toUnit(row) : null;
}

export async function findUnitByName(reader: Reader, name: string): Promise<Unit | null> {
  const rows = await reader.db.select().from(reader.t.units).where(eq(reader.t.units.name, name));
  return rows.map(toUnit).find(everExisted) ?? null;
}

/** The closed units that any of these units succeeded, in the order of the office's list. */
export async function listPredecessors(reader: Reader, unitIds: readonly string[]): Promise<Unit[]> {
  const { units } = reader.t;
  const wanted = new Set(unitIds);
  // Few units ever close, and a thousand names cost more than reading all that did.
  const isSucceeded = wanted.size > maxNamed ? isNotNull(units.successorId) : inArray(units.successorId, [...wanted]);
  const rows = await reader.db.select().from(units).where(isSucceeded).orderBy(asc(units.sort), asc(units.id));
  return rows.filter((row) => row.successorId !== null && wanted.has(row.successorId)).map(toUnit);
}

/** The units that took over a closed one, one after the other: its successor, that one's, and so on. */
export async function listSuccessorIds(reader: Reader, unit: Pick<Unit, 'successorId'>): Promise<string[]> {
  return unit.successorId === null ? [] : successorIdsAmong(await listSucceeded(reader), unit);
}

/** The units that somebody succeeded, few of all: whoever follows who took over from whom needs no others. In the order of the office's list. */
export async function listSucceeded(reader: Reader): Promise<Unit[]> {
  const { units } = reader.t;
  const rows = await reader.db.select().from(units).where(isNotNull(units.successorId)).orderBy(asc(units.sort), asc(units.id));
  return rows.map(toUnit);
}

/** The same where the units are known, those that were succeeded at least. */
export function successorIdsAmong(units: readonly Unit[], unit: Pick<Unit, 'successorId'>): string[] {
  const ids: string[] = [];
  for (let next = unit.successorId; next !== null && !ids.includes(next); ) {
    const id = next;
    ids.push(id);
    next = units.find((one) => one.id === id)?.successorId ?? null;
  }
  return ids;
}

/** The office of a government; the first in its list when there are several. */
export async function findOffice(reader: Reader, rootId: string): Promise<Unit | null> {
  const { db, t } = reader;
  const [row] = await db
    .select()
    .from(t.units)
    .where(and(eq(t.units.kind, 'office'), isNull(t.units.closesOn), like(t.units.path, `${pathText([rootId])}%`)))
    .orderBy(asc(t.units.sort), asc(t.units.id))
    .limit(1);
  return row ? toUnit(row) : null;
}

/** Whether a submission or an edition was made under the unit's name: from then on the name is part of the record. */
export async function isNamedInRecord(reader: Reader, id: string): Promise<boolean> {
  const { db, t } = reader;
  const submitted = await db
    .select({ id: t.filings.id })
    .from(t.filings)
    .where(and(eq(t.filings.unitId, id), gt(t.filings.submissionNumber, 0)))
    .limit(1);
  if (submitted.length > 0) return true;
  const finalised = await db
    .select({ id: t.editions.id })
    .from(t.editions)
    .innerJoin(t.reports, eq(t.reports.id, t.editions.reportId))
    .where(eq(t.reports.unitId, id))
    .limit(1);
  return finalised.length > 0;
}

export async function insertUnit(tx: Tx, unit: NewUnit): Promise<void> {
  await tx.db.insert(tx.t.units).values({ ...unit, path: pathText(unit.path), powers: [...unit.powers] });
}

export async function updateUnit(
  tx: Tx,
  id: string,
  change: Partial<Pick<Unit, 'name' | 'kind' | 'powers' | 'sort' | 'opensOn' | 'closesOn' | 'successorId' | 'needsSignOff'>>,
): Promise<void> {
  const { powers, ...rest } = change;
  await tx.db
    .update(tx.t.units)
    .set({ ...rest, ...(powers ? { powers: [...powers] } : {}) })
    .where(eq(tx.t.units.id, id));
}

export async function lastUnitSort(reader: Reader): Promise<number> {
  const [row] = await reader.db
    .select({ most: sql<number>`coalesce(max(${reader.t.units.sort}), 0)`.mapWith(Number) })
    .from(reader.t.units);
  return row?.most ?? 0;
}

/** False for a unit whose founding was taken back: it ended before it began, and nobody is shown it. */
export function everExisted(unit: Pick<Unit, 'opensOn' | 'closesOn'>): boolean {
  return unit.closesOn === null || unit.closesOn >= unit.opensOn;
}

/** A unit takes part in a quarter when it was open at any time in it. */
export function isOpenDuring(unit: Pick<Unit, 'opensOn' | 'closesOn'>, firstDay: string, lastDay: string): boolean {
  return unit.opensOn <= lastDay && (unit.closesOn === null || unit.closesOn >= firstDay);
}

export function pathText(path: UnitPath): string {
  return `/${path.join('/')}/`;
}

export function pathFrom(text: string): UnitPath {
  return text.split('/').filter(Boolean);
}

export function underUnit({ t }: Reader, path: UnitPath) {
  return and(like(t.units.path, `${pathText(path)}%`));
}

function toUnit(row: Reader['t']['units']['$inferSelect']): Unit {
  return { ...row, path: pathFrom(row.path), powers: row.powers as Power[] };
}
