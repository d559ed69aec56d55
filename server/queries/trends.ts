import {
  findReport,
  findUnit,
  findYear,
  latestEditionOf,
  listFilings,
  listPredecessors,
  listUnits,
  listYears,
  type Reader,
  sumByUnit,
  type Unit,
  unitsUnder,
  type Year,
} from '@/db/store';
import type { FigureBook } from '@/server/domain/figures';
import { type CellId, type Format, getCell, getFormat } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import { type LacksLevel, rollUpUnits, wholeLevels, wholeYear } from '@/server/domain/roll-up';
import type { Scope } from '@/server/domain/subject';
import {
  type MeasureKey,
  measureOf,
  measures,
  type Percent,
  shareOf,
  type TrendPoint,
  type TrendYear,
  trendOf,
} from '@/server/domain/trends';
import type { UnitKind } from '@/server/domain/units';
import { plainForWire } from '@/server/domain/wire';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { adjustedReport } from '@/server/views/adjusted-report';
import { assembleFigures } from '@/server/views/assemble-figures';
import { readEdition } from '@/server/views/edition-content';
import { isFiler, reportUnits, spanOf } from '@/server/views/report-units';

/** Where the figures of a year come from: the newest edition, an imported one, or the approved quarters as they are now. */
export type TrendSource = { kind: 'edition' | 'imported'; number: number } | { kind: 'ledger' } | null;

export interface TrendYearHead {
  year: number;
  source: TrendSource;
  isPartial: boolean;
  /** What is in it of what would make it whole; null where it is not put together from quarters, or nothing is known. */
  partsIn: PartsIn | null;
  /** Closed units whose figures stand in for those of the unit in this year, by name. */
  through: readonly string[];
}

/** Approved quarters of all units that exist in them, and units all of whose quarters are approved. */
export interface PartsIn {
  quarters: { in: number; of: number };
  units: { in: number; of: number };
}

export interface Trends {
  unitId: string;
  organ: string;
  scope: Scope;
  years: readonly TrendYearHead[];
  series: readonly { measure: MeasureKey; points: readonly TrendPoint[] }[];
}

export interface TrendChoice {
  unitId: string;
  name: string;
  kind: UnitKind;
  scopes: readonly Scope[];
}

/** More years than these do not fit on a screen; the newest are shown. */
const maxYears = 10;

/** Whose trends are shown: the unit that is asked for, where the person may choose it, else the first they may, a whole before others. */
export async function loadTrendChoice(reader: Reader, actor: Actor, asked?: string): Promise<TrendChoice | null> {
  const all = (await listUnits(reader)).filter((unit) => canChoose(actor, unit));
  const unit = all.find((one) => one.id === asked) ?? all.find((one) => !isFiler(one)) ?? all[0];
  if (!unit) return null;
  const { id, name, kind } = unit;
  return { unitId: id, name, kind, scopes: kind === 'government' ? ['consolidated', 'own_organ'] : ['own_organ'] };
}

/** A unit that closed is part of its successor's. */
function canChoose(actor: Actor, unit: Unit): boolean {
  return unit.successorId === null && can(actor.posts, 'report.read', { unitPath: unit.path, status: null }) === 'allowed';
}

/**
 * The measures of one report through the years: of each year the newest edition, else the approved quarters as they are.
 *
 * @throws Refused not_found
 */
export async function loadTrends(reader: Reader, actor: Actor, of: { unitId: string; scope: Scope }): Promise<Trends> {
  const unit = await findUnit(reader, of.unitId);
  if (!unit) throw notFound();
  await requireReadableReport(reader, actor, { ...of, year: 0 });
  const line = await lineOf(reader, unit, of.scope);
  const heads: TrendYearHead[] = [];
  const years: TrendYear[] = [];
  for (const year of (await listYears(reader)).slice(0, maxYears).reverse()) {
    const known = await yearOf(reader, year, line, of.scope);
    const told = known.figures && wholeLevels(known.format, known.figures, known.lacks);
    years.push({ year: year.year, scope: of.scope, ...known, ...told });
    const { source, isPartial, partsIn, through } = known;
    heads.push({ year: year.year, source, isPartial, partsIn, through });
  }
  return {
    ...of,
    organ: unit.name,
    years: heads,
    series: measures.map((measure) => ({ measure: measure.key, points: trendOf(measure, years) })),
  };
}

/**
 * What is known of one year of a report, as the trends tell it: the newest edition, else the approved quarters as they are, without the levels
 * that not every unit has filed.
 */
export async function loadKnownYear(
  reader: Reader,
  year: Year,
  { unit, scope }: { unit: Unit; scope: Scope },
): Promise<Pick<TrendYear, 'format' | 'figures' | 'isPartial'> & Pick<TrendYearHead, 'source'>> {
  const known = await yearOf(reader, year, await lineOf(reader, unit, scope), scope);
  const { format, isPartial, source } = known;
  return { format, isPartial, source, figures: known.figures && wholeLevels(format, known.figures, known.lacks).figures };
}

/** The unit, then the closed units it took over from, however far back. */
async function lineOf(reader: Reader, unit: Unit, scope: Scope): Promise<readonly Unit[]> {
  return scope === 'own_organ' && isFiler(unit) ? withPredecessors(reader, unit) : [unit];
}

type KnownYear = Pick<TrendYear, 'format' | 'figures' | 'isPartial'> & Omit<TrendYearHead, 'year'> & { lacks: LacksLevel };

const lacksNothing: LacksLevel = { opening: false, closing: false };
const lacksBoth: LacksLevel = { opening: true, closing: true };

/** @param line the unit, then the closed units it took over from, however far back */
async function yearOf(reader: Reader, year: Year, line: readonly Unit[], scope: Scope): Promise<KnownYear> {
  const format = getFormat(year.format, year.rowVariant);
  const nothing: KnownYear = { format, figures: null, isPartial: false, partsIn: null, source: null, through: [], lacks: lacksNothing };
  const alive = line.filter((unit) => spanOf(unit, year.year) !== null);
  const through = alive.filter((unit) => unit.id !== line[0]?.id).map((unit) => unit.name);
  const [one] = alive;
  if (!one) return nothing;
  if (alive.length === 1) return { ...(await ownYear(reader, year, one, scope)), through };
  const ledger = await ledgerYear(reader, format, year.year, alive);
  if (ledger) return { ...nothing, ...ledger, through };
  // Years from before the quarters were filed here: what each of them published.
  const books: { unit: string; figures: FigureBook | null }[] = [];
  for (const unit of alive) books.push({ unit: unit.id, figures: (await editionYear(reader, year, unit, scope))?.figures ?? null });
  if (books.every((book) => book.figures === null)) return { ...nothing, through };
  return {
    ...nothing,
    figures: rollUpUnits(format, books).figures,
    isPartial: books.some((book) => book.figures === null),
    lacks: books.some((book) => book.figures === null) ? lacksBoth : lacksNothing,
    source: { kind: 'imported', number: 1 },
    through,
  };
}

async function ownYear(reader: Reader, year: Year, unit: Unit, scope: Scope): Promise<Omit<KnownYear, 'through'>> {
  const edition = await editionYear(reader, year, unit, scope);
  if (edition) return edition;
  const format = getFormat(year.format, year.rowVariant);
  const ledger = await ledgerYear(reader, format, year.year, await reportUnits(reader, unit, { year: year.year, scope }));
  if (!ledger) return { format, figures: null, isPartial: false, partsIn: null, source: null, lacks: lacksNothing };
  const report = await findReport(reader, unit.id, year.year, scope);
  return { format, ...ledger, figures: (await adjustedReport(reader, report, format, ledger.figures)).figures };
}

async function editionYear(reader: Reader, year: Year, unit: Unit, scope: Scope): Promise<Omit<KnownYear, 'through'> | null> {
  const edition = await latestEditionOf(reader, unit.id, year.year, scope);
  if (!edition) return null;
  const { figures, format, rowVariant, missing, parts } = readEdition(edition.content);
  const kind = edition.origin === 'imported' ? 'imported' : 'edition';
  const lacks = { opening: missing.some((unit) => unit.quarters.includes(1)), closing: missing.some((unit) => unit.quarters.includes(4)) };
  const partsIn = parts.length === 0 ? null : partsOf(new Set([...parts, ...missing].map((one) => one.unitId)).size, parts.length, missing);
  return {
    ...{ format: getFormat(format, rowVariant), figures, isPartial: missing.length > 0, partsIn, lacks },
    source: { kind, number: edition.number },
  };
}

/** The approved quarters of some units, added up; null when none is approved. */
async function ledgerYear(reader: Reader, format: Format, year: number, units: readonly Unit[]) {
  const filings = await listFilings(reader, { unitIds: units.map((unit) => unit.id), year });
  if (!filings.some((filing) => filing.status === 'approved' || filing.status === 'locked')) return null;
  const { figures, missing, lacks } = await assembleFigures(reader, { format, units, filings, year });
  const due = units.reduce((sum, unit) => sum + quartersOf(unit, year), 0);
  const approved = due - missing.reduce((sum, unit) => sum + unit.quarters.length, 0);
  return {
    ...{ figures, isPartial: missing.length > 0, partsIn: partsOf(units.length, approved, missing), lacks },
    source: { kind: 'ledger' as const },
  };
}

function partsOf(unitCount: number, approved: number, missing: readonly { quarters: readonly number[] }[]): PartsIn {
  const lacking = missing.reduce((sum, unit) => sum + unit.quarters.length, 0);
  return { quarters: { in: approved, of: approved + lacking }, units: { in: unitCount - missing.length, of: unitCount } };
}

function quartersOf(unit: Unit, year: number): number {
  const span = spanOf(unit, year) ?? wholeYear;
  return span.last - span.first + 1;
}

async function withPredecessors(reader: Reader, unit: Unit): Promise<Unit[]> {
  const known = new Map([[unit.id, unit]]);
  for (let next: readonly Unit[] = [unit]; next.length > 0; ) {
    const ids = next.map((one) => one.id);
    next = (await listPredecessors(reader, ids)).filter((one) => !known.has(one.id));
    for (const one of next) known.set(one.id, one);
  }
  return [...known.values()];
}

/** One unit in a comparison of units within a year. */
export interface UnitTrend {
  unitId: string;
  unitName: string;
  /** Null: none of its quarters is approved. */
  value: number | null;
  share: Percent;
  /** Quarters of the year it exists in that are not approved. */
  lacks: number;
}

export interface UnitTrends {
  year: number;
  measure: MeasureKey;
  /** The highest first, those without data last; at most `limit` of them. */
  units: readonly UnitTrend[];
  of: number;
}

/** Units that are drawn; the file has all of them. */
export const maxUnits = 60;

/**
 * One measure of every unit below a unit in one year, each unit for itself: from the approved quarters. Levels are those of the
 * latest approved quarter.
 *
 * @throws Refused not_found, also for whoever may not read the whole
 */
export async function loadUnitTrends(
  reader: Reader,
  actor: Actor,
  of: { unitId: string; year: number; measure: MeasureKey; limit: number },
): Promise<UnitTrends> {
  const top = await findUnit(reader, of.unitId);
  const year = await findYear(reader, of.year);
  if (!top || !year || can(actor.posts, 'report.read', { unitPath: top.path, status: null }) !== 'allowed') throw notFound();
  const format = getFormat(year.format, year.rowVariant);
  const units = (await unitsUnder(reader, top)).filter((unit) => isFiler(unit) && spanOf(unit, of.year) !== null);
  const measure = measureOf(of.measure);
  const values = await valuesByUnit(reader, format, of.year, measure.parts(format));
  const wholes = measure.shareOf && (await valuesByUnit(reader, format, of.year, measureOf(measure.shareOf).parts(format)));
  const compared = units.map((unit): UnitTrend => {
    const own = values.get(unit.id);
    const whole = wholes?.get(unit.id);
    return {
      unitId: unit.id,
      unitName: unit.name,
      value: own?.value ?? null,
      share: own && whole ? shareOf(own.value, whole.value) : null,
      lacks: quartersOf(unit, of.year) - (own?.quarters ?? 0),
    };
  });
  compared.sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return plainForWire({ year: of.year, measure: of.measure, units: compared.slice(0, of.limit), of: compared.length });
}

/** Cells of one measure add up over time alike: all flows, all openings or all closings. */
async function valuesByUnit(
  reader: Reader,
  format: Format,
  year: number,
  parts: readonly CellId[] | null,
): Promise<Map<string, { value: number; quarters: number }>> {
  const values = new Map<string, { value: number; quarters: number }>();
  if (!parts) return values;
  const leaves = [...new Set(parts.flatMap((part) => leavesBehind(format, part)))];
  const flows = leaves.filter((id) => getCell(format, id).addsUp === 'flow');
  const levels = leaves.filter((id) => getCell(format, id).addsUp !== 'flow');
  const latest = new Map<string, { quarter: number; value: number }>();
  for (const sum of levels.length > 0 ? await sumByUnit(reader, year, levels) : []) {
    if (sum.known === levels.length && sum.quarter > (latest.get(sum.unitId)?.quarter ?? 0)) latest.set(sum.unitId, sum);
    const known = values.get(sum.unitId) ?? { value: 0, quarters: 0 };
    if (flows.length === 0) values.set(sum.unitId, { ...known, quarters: known.quarters + 1 });
  }
  for (const sum of flows.length > 0 ? await sumByUnit(reader, year, flows) : []) {
    const known = values.get(sum.unitId) ?? { value: 0, quarters: 0 };
    values.set(sum.unitId, { value: known.value + sum.value, quarters: known.quarters + 1 });
  }
  for (const [unitId, { value }] of latest) {
    const known = values.get(unitId);
    if (known) values.set(unitId, { ...known, value: known.value + value });
  }
  return values;
}

function leavesBehind(format: Format, id: CellId): CellId[] {
  const cell = getCell(format, id);
  return cell.terms ? cell.terms.flatMap((term) => leavesBehind(format, term)) : [id];
}
