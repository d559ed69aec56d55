import { findYear, isOpenDuring, listUnits, type Reader } from '@/db/store';
import { getFormat, leafCells } from '@/server/domain/formats';
import { firstDay, lastDay, type Quarter } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound } from '@/server/views/access';
import { loadOpenings } from '@/server/views/filing-view';
import { isFiler } from '@/server/views/report-units';

/** A unit whose quarter would open without an opening that is printed, and how many of them. */
export interface UnitWithoutOpenings {
  unitId: string;
  name: string;
  unknown: number;
}

/**
 * Whom a quarter would ask for what only the office can enter: the units that exist in it and have a printed opening nobody knows. Looked
 * at before the quarter is opened, so that no clerk meets a cell that takes no key.
 *
 * @throws Refused not_found for whoever does not run the year, and for a year that has not begun
 */
export async function unitsWithoutOpenings(
  reader: Reader,
  actor: Actor,
  { year: asked, quarter }: { year: number; quarter: Quarter },
): Promise<UnitWithoutOpenings[]> {
  const all = await listUnits(reader);
  const root = all.find((unit) => unit.parentId === null);
  if (!root || can(actor.posts, 'year.manage', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const year = await findYear(reader, asked);
  if (!year) throw notFound();
  const format = getFormat(year.format, year.rowVariant);
  const units = all.filter((unit) => isFiler(unit) && isOpenDuring(unit, firstDay(asked, quarter), lastDay(asked, quarter)));
  const opened = await loadOpenings(
    reader,
    units.map((unit) => ({ of: { unitId: unit.id, year: asked, quarter }, format })),
  );
  const printed = leafCells(format).filter((cell) => cell.addsUp === 'opening' && cell.isPrinted);
  return units.flatMap((unit, index) => {
    const known = opened[index]?.openings;
    const unknown = printed.filter((cell) => (known?.get(cell.id)?.state ?? 'not_filled') === 'not_filled').length;
    return unknown > 0 ? [{ unitId: unit.id, name: unit.name, unknown }] : [];
  });
}
