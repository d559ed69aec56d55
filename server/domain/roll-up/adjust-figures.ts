import { count, type Figure, type FigureBook, figureAt, withComputed } from '../figures';
import type { CellId, Format } from '../formats';
import { addFigures } from './add-figures';

/** A line between what the quarters add up to and what is printed, in the integer of its cell; negative takes away. */
export interface AdjustmentLine {
  id: string;
  cell: CellId;
  value: number;
  /** Printed decimals of money; 0 for a count. */
  decimals: number;
  writtenBy: string;
  countersignedBy: string | null;
  /** Taken back: it stands for the record only. */
  isWithdrawn: boolean;
}

export interface AdjustedFigures {
  /** As printed: sums and the lines that count, computed cells added up again. */
  figures: Map<CellId, Figure>;
  /** The lines that are in the figures. */
  counted: string[];
  /** Lines that wait for their second signature. They move nothing. */
  unsigned: string[];
  /** Signed lines that cannot be in the figures: the sum is not known, or the figure would be below nought. */
  impossible: string[];
}

/**
 * A line counts when another person than its writer has signed it and nobody has taken it back. The lines of one cell count together or not
 * at all, so that the order in which they were written says nothing. Only leaves move; what is computed from them follows.
 */
export function adjustFigures(format: Format, sums: FigureBook, lines: readonly AdjustmentLine[]): AdjustedFigures {
  const standing = lines.filter((line) => !line.isWithdrawn);
  const signed = standing.filter(isSigned);
  const figures = new Map(sums);
  const counted: string[] = [];
  const impossible: string[] = [];
  for (const cell of new Set(signed.map((line) => line.cell))) {
    const own = signed.filter((line) => line.cell === cell);
    const figure = adjustedFigure(format, figureAt(sums, cell), cell, own);
    (figure ? counted : impossible).push(...own.map((line) => line.id));
    if (figure) figures.set(cell, figure);
  }
  return {
    figures: counted.length > 0 ? withComputed(format, figures) : figures,
    counted,
    unsigned: standing.filter((line) => !isSigned(line)).map((line) => line.id),
    impossible,
  };
}

/**
 * The figure of one cell with its lines; 不适用 counts as 0. Money keeps the most printed decimals.
 *
 * @returns null when the cell takes no line (computed or not printed), its sum is not known, or it would be below nought
 */
export function adjustedFigure(
  format: Format,
  sum: Figure,
  id: CellId,
  lines: readonly Pick<AdjustmentLine, 'value' | 'decimals'>[],
): Figure | null {
  const cell = format.cells.get(id);
  if (!cell || !mayBeAdjusted(format, id)) return null;
  const figure = addFigures([
    sum.state === 'not_applicable' ? count(0) : sum,
    ...lines.map(({ value, decimals }): Figure => ({ state: 'number', value, decimals })),
  ]);
  if (figure.state !== 'number') return null;
  return figure.value < 0 && !cell.mayBeNegative ? null : figure;
}

/** A typed cell that is printed. */
export function mayBeAdjusted(format: Format, id: CellId): boolean {
  const cell = format.cells.get(id);
  return cell !== undefined && cell.isPrinted && !cell.local && cell.addsUp !== 'computed';
}

function isSigned({ writtenBy, countersignedBy }: AdjustmentLine): boolean {
  return countersignedBy !== null && countersignedBy !== writtenBy;
}
