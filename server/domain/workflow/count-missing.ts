import { type Cell, type Format, leafCells, type Power } from '../formats';
import type { DeclarableSection } from './filing-content';

/**
 * Where a cell is counted when a filing's cells are only counted: cells that need a power and local indicators each for itself,
 * the others by the first two letters of their id, which tell the section (`s3`).
 */
export function fillPlace(cell: Pick<Cell, 'id' | 'power' | 'local'>): string {
  return cell.power || cell.local ? cell.id : cell.id.slice(0, 2);
}

/** How many cells of a place hold something, by `fillPlace`, openings left out. */
export type PlaceCounts = ReadonlyMap<string, { filled: number; unreadable: number }>;

/**
 * Cells a unit still has to fill, from counts alone: the same number as going through `filingBook` cell by cell. Declared
 * sections and cells without the power for them are filled by themselves; what cannot be read is missing everywhere.
 */
export function countMissing(of: {
  format: Format;
  counts: PlaceCounts;
  powers: ReadonlySet<Power>;
  declared: ReadonlySet<DeclarableSection>;
}): { missing: number; of: number } {
  const toFill = leafCells(of.format).filter((cell) => cell.addsUp !== 'opening');
  const places = new Map<string, Cell[]>();
  for (const cell of toFill) places.set(fillPlace(cell), [...(places.get(fillPlace(cell)) ?? []), cell]);
  let missing = 0;
  for (const [place, cells] of places) {
    const { filled, unreadable } = of.counts.get(place) ?? { filled: 0, unreadable: 0 };
    const isByItself = cells.every(
      ({ section, power }) => of.declared.has(section as DeclarableSection) || (power !== undefined && !of.powers.has(power)),
    );
    missing += isByItself ? unreadable : cells.length - filled;
  }
  return { missing, of: toFill.length };
}
