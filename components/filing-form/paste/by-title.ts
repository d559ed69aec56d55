import type { CellId } from '@/server/domain/formats';
import type { GridMap } from '../grid/grid-map';
import { figureUnder, type HeadPaths, headPaths, isHeadLine } from './head-titles';
import type { PastedBlock } from './pasted-block';
import { plainTitle } from './plain-title';

/** Texts of a block, each with the figure it goes to (null: to none) and its place in the block. */
export type Aimed = readonly AimedText[];

export interface AimedText {
  cell: CellId | null;
  text: string;
  row?: number;
  column?: number;
}

type Line = PastedBlock[number];

/**
 * Where a block goes by its own titles: rows by their last title, columns by the heads above them. Without heads the figures
 * of a row go in order, with or without its total. A table of one row needs no row title. Null when nothing is named.
 */
export function byTitle(block: PastedBlock, map: GridMap, isComputed: (cell: CellId) => boolean): Aimed | null {
  const rowOf = rowTitles(map);
  const onlyRow = rowOf.size === 0 && map.figureRows.length === 1 ? map.figureRows[0] : undefined;
  const aimed: AimedText[] = [];
  let heads: Line[] = [];
  let wasHead = false;
  let found = 0;
  for (const [lineAt, line] of block.entries()) {
    const at = line.findLastIndex((text) => text !== null && rowOf.has(plainTitle(text)));
    if (at < 0 && isHeadLine(line, map)) {
      heads = wasHead ? [...heads, line] : [line];
      wasHead = true;
      continue;
    }
    wasHead = false;
    const paths = headPaths(heads, map);
    const row = at >= 0 ? rowOf.get(plainTitle(line[at] ?? '')) : heads.length > 0 ? onlyRow : undefined;
    if (row === undefined) continue;
    found += 1;
    const own = underHeads({ line, at, row, paths, map }) ?? inOrder(line, at, map.rowCells(row), isComputed);
    aimed.push(...own.map((one) => ({ ...one, row: lineAt })));
  }
  return found > 0 ? aimed : null;
}

/** Null when no head of the block names one column of this row. */
function underHeads({ line, at, row, paths, map }: { line: Line; at: number; row: number; paths: HeadPaths; map: GridMap }): Aimed | null {
  const aimed = line.flatMap((text, column) =>
    column <= at || text === null ? [] : [{ cell: figureUnder(paths[column], row, map), text, column }],
  );
  return aimed.some((one) => one.cell !== null) ? aimed : null;
}

function inOrder(line: Line, at: number, all: readonly CellId[], isComputed: (cell: CellId) => boolean): Aimed {
  const typed = all.filter((cell) => !isComputed(cell));
  let figures = line.flatMap((text, column) => (column <= at || text === null ? [] : [{ text, column }]));
  // A merged title leaves empty places behind it where the block came as plain text.
  while (figures.length > all.length && figures[0]?.text === '') figures = figures.slice(1);
  const cells = figures.length === typed.length ? typed : all;
  return figures.map((one, index) => ({ cell: cells[index] ?? null, ...one }));
}

/** A row's own title, where no other row has the same. */
function rowTitles(map: GridMap): Map<string, number> {
  const rows = new Map<string, number>();
  const twice = new Set<string>();
  for (const row of map.figureRows) {
    const own = map.rowLabels(row).at(-1);
    if (own === undefined) continue;
    const title = plainTitle(own);
    if (rows.has(title)) twice.add(title);
    rows.set(title, row);
  }
  for (const title of twice) rows.delete(title);
  return rows;
}
