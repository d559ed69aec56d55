import type { CellId } from '../formats';

/** An adjustment as an edition keeps it: the line, its reason and both names, with the sum and the figure it led to as printed. */
export interface StatedAdjustment {
  cell: CellId;
  /** In the integer of the cell; negative takes away. */
  value: number;
  decimals: number;
  reason: string;
  /** What the quarters add up to, and what is printed; the same for every line of one cell. */
  sum: string;
  printed: string;
  writtenBy: string;
  countersignedBy: string;
}
