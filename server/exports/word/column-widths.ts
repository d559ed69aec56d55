import type { GridCell, TableLayout } from '@/server/domain/formats';
import type { PlacedCell } from '@/server/domain/report/table-grid';
import { sizes, textWidth } from './typography';

/** Left and right of the text in every cell, in twips. */
export const sideMargin = 45;
/** Figures stand in the middle and may come close to the border. */
export const figureMargin = 20;
/** Labels that are read from the left stand a little off the border. */
export const labelMargin = 80;

/**
 * Twips of the columns, which together take the text width. Table 三 stands 三、本年度办理结果 upright and gives what its first
 * column saves to the groups, so that `不予公开` is one line; the other tables have the proportions of the official template.
 */
export function columnWidths(layout: TableLayout): number[] {
  if (layout.id === 't3') return withRest([420, 1000, 0, ...layout.columnTwips.slice(3).map(() => 650)], 2);
  const total = layout.columnTwips.reduce((sum, twips) => sum + twips, 0);
  return withRest(
    layout.columnTwips.map((twips) => Math.floor((twips * textWidth) / total)),
    0,
  );
}

/** Twips that a row of one line takes, the usual first and then what it may be lowered to; table 三 has the most rows. */
export function minRowHeights({ id }: TableLayout): readonly number[] {
  return id === 't3' ? [360, 350, 340, 330, 320, 310] : [420, 400, 380, 360];
}

/** Left and right of the text of a cell, in twips. */
export function sideMarginOf(
  place: PlacedCell<GridCell>,
  layout: TableLayout,
  { text, size, width }: { text: string; size: number; width: number },
): number {
  if (place.cell.role === 'head' || place.cell.role === 'note') return evenMargin(text, size, width);
  if (place.cell.role === 'figure') return figureMargin;
  return isReadFromLeft(place, layout) ? labelMargin : sideMargin;
}

/** Row labels of table 三 are read from the left; the names of its groups, one column wide, stand in the middle. */
export function isReadFromLeft(place: PlacedCell<GridCell>, layout: TableLayout): boolean {
  return isLabelOfTableThree(place, layout) && !isGroupName(place, layout) && !isVerticalCell(place, layout);
}

/** （三）不予公开 beside the rows of its group. */
export function isGroupName(place: PlacedCell<GridCell>, layout: TableLayout): boolean {
  return isLabelOfTableThree(place, layout) && place.column === 1 && place.colSpan === 1;
}

/** 三、本年度办理结果: one narrow cell beside all outcome rows, set from top to bottom. */
export function isVerticalCell(place: PlacedCell<GridCell>, layout: TableLayout): boolean {
  return isLabelOfTableThree(place, layout) && place.column === 0 && place.colSpan === 1;
}

function isLabelOfTableThree({ cell }: PlacedCell<GridCell>, layout: TableLayout): boolean {
  return layout.id === 't3' && cell.role === 'label';
}

/** One column takes what the others leave of the text width. */
function withRest(widths: readonly number[], column: number): number[] {
  const rest = textWidth - widths.reduce((sum, twips) => sum + twips, 0);
  return widths.map((twips, index) => (index === column ? twips + rest : twips));
}

/**
 * 五号, or the size at which a figure stays on one line: broken in two, 1808595 would read as two numbers. Words may wrap;
 * the heads of narrow columns are 小五.
 */
export function fittingSize(cell: GridCell, text: string, width: number): number {
  if (cell.role === 'note') return sizes.smallFive;
  if (cell.role === 'head') return width < 800 ? sizes.smallFive : sizes.five;
  if (cell.role !== 'figure') return sizes.five;
  const fitting = [sizes.five, sizes.smallFive, sizes.six].find((size) => twipsOf(text, size) <= width - 2 * figureMargin);
  return fitting ?? sizes.smallSix;
}

/**
 * The margin at which a head wraps into lines of equal length: `商业 / 企业` and not `商业企 / 业`. A margin, because a line
 * break would become part of the label for whoever reads the file.
 */
export function evenMargin(text: string, size: number, width: number): number {
  const roomy = Math.ceil(twipsOf(text, size) / (width - 2 * sideMargin));
  if (roomy <= 1) return sideMargin;
  const longest = Math.ceil(twipsOf(text, size) / roomy / (size * 10));
  return Math.max(sideMargin, Math.floor((width - (longest + 0.4) * size * 10) / 2));
}

/** A digit of Times New Roman is half an em wide; reckoned a little wider for the fonts that take its place. Half points × 10 are twips. */
function twipsOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1;
  return ems * size * 10;
}
