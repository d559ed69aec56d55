import { and, asc, eq, gt, inArray, isNull, like, ne, notInArray, or, sql } from 'drizzle-orm';
import type { UnitPath } from '@/server/domain/permissions';
import type { BoardOrder, BoardShow, UnitKind } from '@/server/domain/units';
import type { FilingStatus } from '@/server/domain/workflow';
import { dueDay } from './due-day';
import { isNotPractice } from './filings';
import type { Reader } from './store';
import { pathText } from './units';

/** What a board looks at: the units at and below some tops, in a year, on a day. */
export interface BoardOf {
  year: number;
  under: readonly UnitPath[];
  today: string;
}

/**
 * Units × quarters: each place a unit exists in, with its filing where there is one. Everything a board counts is counted over
 * this, in the store.
 */
function slots(reader: Reader, { year, under, today }: BoardOf) {
  const { db, t } = reader;
  const { units, quarters, filings } = t;
  const firstDay = dayOfQuarter(reader, ['01-01', '04-01', '07-01', '10-01']);
  const lastDay = dayOfQuarter(reader, ['03-31', '06-30', '09-30', '12-31']);
  return db
    .select({
      unitId: units.id,
      unitName: sql<string>`${units.name}`.as('unit_name'),
      kind: units.kind,
      sort: units.sort,
      quarter: quarters.quarter,
      filingId: sql<string | null>`${filings.id}`.as('filing_id'),
      status: filings.status,
      isDone: sql<number>`case when ${filings.status} in ('approved', 'locked') then 1 else 0 end`.mapWith(Number).as('is_done'),
      isLocked: sql<number>`case when ${filings.status} = 'locked' then 1 else 0 end`.mapWith(Number).as('is_locked'),
      isWaiting: sql<number>`case when ${filings.status} in ('submitted', 'in_review') then 1 else 0 end`.mapWith(Number).as('is_waiting'),
      isOpen: sql<number>`case when ${filings.status} = 'open' then 1 else 0 end`.mapWith(Number).as('is_open'),
      isReviewed: sql<number>`case when ${filings.status} = 'in_review' then 1 else 0 end`.mapWith(Number).as('is_reviewed'),
      isReturned: sql<number>`case when ${filings.status} = 'returned' then 1 else 0 end`.mapWith(Number).as('is_returned'),
      isUnfinished:
        sql<number>`case when ${quarters.openedAt} is not null and coalesce(${filings.status}, '') not in ('approved', 'locked') then 1 else 0 end`
          .mapWith(Number)
          .as('is_unfinished'),
      isOverdue:
        sql<number>`case when ${quarters.openedAt} is not null and ${dueDay(reader)} < ${today} and coalesce(${filings.status}, 'open') in ('open', 'returned') then 1 else 0 end`
          .mapWith(Number)
          .as('is_overdue'),
    })
    .from(units)
    .innerJoin(quarters, eq(quarters.year, year))
    .leftJoin(
      filings,
      and(eq(filings.year, year), eq(filings.quarter, quarters.quarter), eq(filings.unitId, units.id), isNotPractice(reader)),
    )
    .where(
      and(
        or(...under.map((path) => like(units.path, `${pathText(path)}%`))),
        ne(units.kind, 'government'),
        sql`${units.opensOn} <= ${lastDay}`,
        or(isNull(units.closesOn), and(sql`${units.closesOn} >= ${firstDay}`, sql`${units.closesOn} >= ${units.opensOn}`)),
      ),
    )
    .as('slots');
}

function dayOfQuarter({ t: { quarters } }: Reader, days: readonly [string, string, string, string]) {
  const [one, two, three, four] = days.map((day) => `-${day}`);
  return sql`${quarters.year} || case ${quarters.quarter} when 1 then ${one} when 2 then ${two} when 3 then ${three} else ${four} end`;
}

export interface BoardSum {
  kind: UnitKind;
  quarter: number;
  units: number;
  filings: number;
  /** In the hands of their units for the first time: not begun, being filled in, or filled in. */
  open: number;
  returned: number;
  /** With the office: submitted, or being reviewed. */
  waiting: number;
  inReview: number;
  done: number;
  locked: number;
  overdue: number;
}

/** How far each kind of unit is with each quarter. */
export async function countBoard(reader: Reader, of: BoardOf): Promise<BoardSum[]> {
  const slot = slots(reader, of);
  return reader.db
    .select({
      kind: slot.kind,
      quarter: slot.quarter,
      units: sql<number>`count(*)`.mapWith(Number),
      filings: sql<number>`count(${slot.filingId})`.mapWith(Number),
      open: sql<number>`sum(${slot.isOpen})`.mapWith(Number),
      returned: sql<number>`sum(${slot.isReturned})`.mapWith(Number),
      waiting: sql<number>`sum(${slot.isWaiting})`.mapWith(Number),
      inReview: sql<number>`sum(${slot.isReviewed})`.mapWith(Number),
      done: sql<number>`sum(${slot.isDone})`.mapWith(Number),
      locked: sql<number>`sum(${slot.isLocked})`.mapWith(Number),
      overdue: sql<number>`sum(${slot.isOverdue})`.mapWith(Number),
    })
    .from(slot)
    .groupBy(slot.kind, slot.quarter)
    .orderBy(asc(slot.kind), asc(slot.quarter));
}

export interface BoardUnit {
  unitId: string;
  unitName: string;
  kind: UnitKind;
}

/**
 * One page of a board's units, and how many units there are on all its pages.
 *
 * @param of `quarter`: what is shown has to be so in this one; null: in any
 */
export async function pageOfBoard(
  reader: Reader,
  of: BoardOf & { show: BoardShow; quarter: number | null; order: BoardOrder; limit: number; offset: number },
): Promise<{ units: BoardUnit[]; of: number }> {
  const { db } = reader;
  const slot = slots(reader, of);
  const isAsked = and(isShown(slot, of.show), of.quarter === null ? undefined : eq(slot.quarter, of.quarter));
  const sums = db
    .select({
      unitId: slot.unitId,
      unitName: sql<string>`min(${slot.unitName})`.as('name'),
      kind: sql<UnitKind>`min(${slot.kind})`.as('kind_of'),
      rank: sql<number>`min(case ${slot.kind} when 'office' then 0 when 'department' then 1 else 2 end)`.mapWith(Number).as('rank_of'),
      place: sql<number>`min(${slot.sort})`.mapWith(Number).as('place'),
      overdue: sql<number>`sum(${slot.isOverdue})`.mapWith(Number).as('overdue'),
      returned: sql<number>`sum(${slot.isReturned})`.mapWith(Number).as('returned'),
      unfinished: sql<number>`sum(${slot.isUnfinished})`.mapWith(Number).as('unfinished'),
      asked: sql<number>`sum(case when ${isAsked} then 1 else 0 end)`.mapWith(Number).as('asked'),
    })
    .from(slot)
    .groupBy(slot.unitId)
    .as('sums');
  const shown = of.show === 'all' ? undefined : gt(sums.asked, 0);
  const byList = [asc(sums.rank), asc(sums.place), asc(sums.unitId)];
  const byRisk = [sql`${sums.overdue} desc`, sql`${sums.returned} desc`, sql`${sums.unfinished} desc`, ...byList];
  const rows = await db
    .select({ unitId: sums.unitId, unitName: sums.unitName, kind: sums.kind, of: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(sums)
    .where(shown)
    .orderBy(...(of.order === 'risk' ? byRisk : byList))
    .limit(of.limit)
    .offset(of.offset);
  const units = rows.map(({ of: _of, ...unit }) => unit);
  const [first] = rows;
  if (first || of.offset === 0) return { units, of: first?.of ?? 0 };
  // A page after the last one has no row to tell how many there are.
  const [all] = await db
    .select({ of: sql<number>`count(*)`.mapWith(Number) })
    .from(sums)
    .where(shown);
  return { units, of: all?.of ?? 0 };
}

function isShown(slot: ReturnType<typeof slots>, show: BoardShow) {
  if (show === 'all') return sql`1 = 1`;
  if (show === 'unfinished') return eq(slot.isUnfinished, 1);
  return show === 'overdue' ? eq(slot.isOverdue, 1) : eq(slot.status, show);
}

export interface MissingFiling {
  quarter: number;
  unitId: string;
  unitName: string;
  /** Null where the unit has no filing although the quarter is open. */
  filingId: string | null;
  status: FilingStatus | null;
  isOverdue: boolean;
}

/** Whose part of an open quarter is not approved, the overdue first; at most so many of them. */
export async function listMissing(reader: Reader, of: BoardOf & { quarter: number; limit: number }): Promise<MissingFiling[]> {
  const slot = slots(reader, of);
  const rows = await reader.db
    .select({
      quarter: slot.quarter,
      unitId: slot.unitId,
      unitName: slot.unitName,
      filingId: slot.filingId,
      status: slot.status,
      isOverdue: slot.isOverdue,
    })
    .from(slot)
    .where(and(eq(slot.quarter, of.quarter), eq(slot.isUnfinished, 1)))
    .orderBy(sql`${slot.isOverdue} desc`, asc(slot.sort), asc(slot.unitId))
    .limit(of.limit);
  return rows.map((row) => ({ ...row, isOverdue: row.isOverdue === 1 }));
}

/** Cells of a filing that hold something, put together by place (`fillPlace`), openings left out. */
export interface PlaceCount {
  filingId: string;
  place: string;
  /** Hold a number or 不适用. */
  filled: number;
  unreadable: number;
}

/**
 * What is filled in of some filings, counted in the store.
 *
 * @param apart cells that are counted each for itself, as local indicators always are
 * @param leftOut cells that are not counted
 */
export async function countByPlace(
  reader: Reader,
  filingIds: readonly string[],
  { apart, leftOut }: { apart: readonly string[]; leftOut: readonly string[] },
): Promise<PlaceCount[]> {
  if (filingIds.length === 0) return [];
  const { db, t } = reader;
  const { figures } = t;
  const section = sql`substr(${figures.cell}, 1, 2)`;
  const isApart = or(sql`${section} = 'x.'`, ...(apart.length > 0 ? [inArray(figures.cell, [...apart])] : []));
  const rows = db
    .select({
      filingId: figures.filingId,
      place: sql<string>`case when ${isApart} then ${figures.cell} else ${section} end`.as('place'),
      isFilled: sql<number>`case when ${figures.state} in ('number', 'not_applicable') then 1 else 0 end`.as('is_filled'),
      isUnreadable: sql<number>`case when ${figures.state} = 'unreadable' then 1 else 0 end`.as('is_unreadable'),
    })
    .from(figures)
    .where(and(inArray(figures.filingId, [...filingIds]), ...(leftOut.length > 0 ? [notInArray(figures.cell, [...leftOut])] : [])))
    .as('placed');
  return db
    .select({
      filingId: rows.filingId,
      place: rows.place,
      filled: sql<number>`sum(${rows.isFilled})`.mapWith(Number),
      unreadable: sql<number>`sum(${rows.isUnreadable})`.mapWith(Number),
    })
    .from(rows)
    .groupBy(rows.filingId, sql`${rows.place}`)
    .orderBy(asc(rows.filingId), sql`${rows.place}`);
}

/** Remarks without an answer, by filing. */
export async function countOpenRemarks(reader: Reader, filingIds: readonly string[]): Promise<Map<string, number>> {
  if (filingIds.length === 0) return new Map();
  const { remarks } = reader.t;
  const rows = await reader.db
    .select({ filingId: remarks.filingId, open: sql<number>`count(*)`.mapWith(Number) })
    .from(remarks)
    .where(and(inArray(remarks.filingId, [...filingIds]), isNull(remarks.answer)))
    .groupBy(remarks.filingId);
  return new Map(rows.map((row) => [row.filingId, row.open]));
}

/** Sections declared 本期无, and whether there is any text, by filing. */
export async function declaredAndWritten(
  reader: Reader,
  filingIds: readonly string[],
): Promise<{ declared: Map<string, Set<'3' | '4'>>; written: Set<string> }> {
  const declared = new Map<string, Set<'3' | '4'>>();
  if (filingIds.length === 0) return { declared, written: new Set() };
  const { declarations, filingTexts } = reader.t;
  const sections = await reader.db
    .select({ filingId: declarations.filingId, section: declarations.section })
    .from(declarations)
    .where(inArray(declarations.filingId, [...filingIds]));
  for (const { filingId, section } of sections) declared.set(filingId, (declared.get(filingId) ?? new Set()).add(section));
  const texts = await reader.db
    .selectDistinct({ filingId: filingTexts.filingId })
    .from(filingTexts)
    .where(and(inArray(filingTexts.filingId, [...filingIds]), ne(filingTexts.text, '')));
  return { declared, written: new Set(texts.map((row) => row.filingId)) };
}
