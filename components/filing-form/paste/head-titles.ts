import { parseFigure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import type { GridMap } from '../grid/grid-map';
import { plainTitle } from './plain-title';

type Line = readonly (string | null)[];

/** For each column of a pasted block, the titles above it from top to bottom, as the table's own heads name them. */
export type HeadPaths = readonly (readonly string[])[];

/** A line of heads: it names at least one column of the table and holds no number. */
export function isHeadLine(line: Line, map: GridMap): boolean {
  const texts = line.filter((text) => text !== null && text !== '') as string[];
  return texts.some((text) => map.heads.has(plainTitle(text))) && texts.every((text) => !isNumber(text));
}

/**
 * The titles over each column of some head lines, one above the other. A merged head stands at its left end: what follows it
 * in an upper line has the same title; in the last line an empty place belongs to the head above.
 */
export function headPaths(lines: readonly Line[], map: GridMap): HeadPaths {
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, column) =>
    lines.flatMap((line, index) => {
      const own = line[column];
      const text = own || index === lines.length - 1 ? own : line.slice(0, column).findLast((one) => one);
      return text && map.heads.has(plainTitle(text)) ? [plainTitle(text)] : [];
    }),
  );
}

/** The figure of a row that stands under these titles; null when none does, or more than one. */
export function figureUnder(path: readonly string[] | undefined, row: number, map: GridMap): CellId | null {
  const leaf = path?.at(-1);
  if (!path || leaf === undefined) return null;
  const found = map.rowCells(row).filter((cell) => {
    const own = map.headsOver(cell).map(plainTitle);
    return own.at(-1) === leaf && path.every((title) => own.includes(title));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isNumber(text: string): boolean {
  return parseFigure(text, { quantity: 'ten_thousand_yuan', measuredIn: '万元', mayBeNegative: true }).kind === 'number';
}
