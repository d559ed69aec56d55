import { isCellFilled, listIndicators, listUnits, listYears, type Reader, type StoredIndicator, type Unit } from '@/db/store';
import { indicatorCell } from '@/server/domain/formats';
import { type Day, usualYear } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { type SomeNames, someNames } from '@/server/domain/some-names';
import { type Actor, notFound } from '@/server/views/access';
import { isFiler } from '@/server/views/report-units';

export interface IndicatorRow extends Omit<StoredIndicator, 'retiredAt'> {
  retiredAt: string | null;
  /** Somebody has filled it in: what it measures is fixed. */
  isFilled: boolean;
  ownerName: string | null;
  /** Who is asked, by name; null: everybody. */
  askedNames: SomeNames | null;
}

/** The office's list of a year's local indicators. */
export interface IndicatorList {
  years: readonly number[];
  /** Null before there is any year. */
  year: number | null;
  indicators: readonly IndicatorRow[];
  /** Indicators of the year before that this year could take over. */
  takeable: number;
}

/** Units an indicator may name: everybody who can be asked for it, and who may answer for it. */
export interface IndicatorUnits {
  filers: readonly { id: string; name: string }[];
  units: readonly { id: string; name: string }[];
}

/** @param asked null: the newest year that has begun @throws Refused not_found (no manager of years, or no such year) */
export async function loadIndicators(reader: Reader, actor: Actor, asked: number | null, today: Day): Promise<IndicatorList> {
  const nameOf = new Map((await managedUnits(reader, actor)).map((unit) => [unit.id, unit.name]));
  const years = (await listYears(reader)).map((one) => one.year);
  const year = asked ?? usualYear(years, today);
  if (year !== null && !years.includes(year)) throw notFound();
  const list = year === null ? [] : await listIndicators(reader, year);
  const known = new Set(list.flatMap((one) => [one.key, one.name]));
  const before = year === null ? [] : await listIndicators(reader, year - 1);
  const indicators: IndicatorRow[] = [];
  for (const { retiredAt, ...one } of list)
    indicators.push({
      ...one,
      retiredAt: retiredAt?.toISOString() ?? null,
      isFilled: await isCellFilled(reader, one.year, indicatorCell(one).id),
      ownerName: nameOf.get(one.ownerUnitId ?? '') ?? null,
      askedNames: one.askedOf && someNames(one.askedOf.map((id) => nameOf.get(id) ?? id)),
    });
  return {
    years,
    year,
    indicators,
    takeable: before.filter((one) => one.retiredAt === null && !known.has(one.key) && !known.has(one.name)).length,
  };
}

/** Asked for when an indicator is written: of a thousand units it is most of the page. @throws Refused not_found */
export async function listIndicatorUnits(reader: Reader, actor: Actor): Promise<IndicatorUnits> {
  const units = await managedUnits(reader, actor);
  const named = (some: readonly Unit[]) => some.map(({ id, name }) => ({ id, name }));
  return { filers: named(units.filter((unit) => isFiler(unit) && unit.closesOn === null)), units: named(units) };
}

async function managedUnits(reader: Reader, actor: Actor): Promise<Unit[]> {
  const units = await listUnits(reader);
  const root = units.find((unit) => unit.parentId === null);
  if (!root || can(actor.posts, 'year.manage', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  return units;
}
