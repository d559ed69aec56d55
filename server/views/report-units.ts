import { type Reader, type Unit, unitsUnder } from '@/db/store';
import { firstDay, lastDay, quarters } from '@/server/domain/periods';
import { type QuarterSpan, wholeYear } from '@/server/domain/roll-up';
import type { Scope } from '@/server/domain/subject';

/** Every unit but a government files; a government is the whole of what is below it, its own business is filed by its office. */
export function isFiler(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind !== 'government';
}

/** The quarters of a year a unit exists in; null when it does not exist in any. */
export function spanOf(unit: Pick<Unit, 'opensOn' | 'closesOn'>, year: number): QuarterSpan | null {
  // Nearly every unit; a city asks for a thousand of them several times over.
  if (unit.opensOn <= lastDay(year, 1) && (unit.closesOn === null || unit.closesOn >= firstDay(year, 4))) return wholeYear;
  const alive = quarters.filter(
    (quarter) => unit.opensOn <= lastDay(year, quarter) && (unit.closesOn === null || unit.closesOn >= firstDay(year, quarter)),
  );
  const [first, last] = [alive[0], alive.at(-1)];
  return first && last ? { first, last } : null;
}

/**
 * The units whose filings make up a report. own_organ: the unit itself; for a government its office, which files the
 * government's own business. consolidated: every filer at or below the unit.
 *
 * @source 国办公开办函〔2021〕30号 二(一), 二(二): two different reports share one name
 */
export async function reportUnits(reader: Reader, unit: Unit, of: { year: number; scope: Scope }): Promise<Unit[]> {
  return of.scope === 'own_organ' && isFiler(unit) ? [unit] : reportUnitsAmong(await unitsUnder(reader, unit), unit, of);
}

/** The same where the units are known, in the order of the office's list. */
export function reportUnitsAmong(units: readonly Unit[], unit: Unit, of: { year: number; scope: Scope }): Unit[] {
  if (of.scope === 'own_organ' && isFiler(unit)) return [unit];
  const filers = units.filter((one) => isFiler(one) && one.path[unit.path.length - 1] === unit.id && spanOf(one, of.year) !== null);
  return of.scope === 'consolidated' ? filers : officeThrough(filers.filter((one) => one.parentId === unit.id && one.kind === 'office'));
}

/** The first office of the list, with the offices that succeeded it within the year: a renamed office stays one. */
function officeThrough(offices: readonly Unit[]): Unit[] {
  const taken = new Set<Unit>();
  for (let office = offices[0]; office && !taken.has(office); ) {
    taken.add(office);
    const { successorId } = office;
    office = offices.find((one) => one.id === successorId);
  }
  return [...taken];
}

/** The scopes a unit has a report of: a government is a whole, everybody has one of their own. */
export function scopesOf(unit: Pick<Unit, 'kind'>): readonly Scope[] {
  return isFiler(unit) ? ['own_organ'] : ['consolidated', 'own_organ'];
}
