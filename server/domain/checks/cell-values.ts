import { toDecimal } from '../figures';
import type { Cell } from '../formats';
import { cellName } from '../formats';
import type { Sentence } from '../sentence';
import type { Weighed } from './identity';

/** A value of a cell as a person reads it: 分 become the printed unit, a count stays. */
export function inPrintedUnit(value: number, cell: Pick<Cell, 'quantity'>): string {
  return toDecimal(value, cell.quantity, 0);
}

/** Stated against what it should add up to, in the printed unit of the cell. */
export function explainAgainst(cell: Cell, { left, right, difference }: Weighed, sum: Sentence): Sentence {
  const stated = inPrintedUnit(left, cell);
  const computed = inPrintedUnit(right, cell);
  const gap = inPrintedUnit(Math.abs(difference), cell);
  return {
    zh: `“${cellName(cell)}”填 ${stated}，${sum.zh} ${computed}，相差 ${gap} ${cell.measuredIn}。请核对。`,
    en: `"${cellName(cell)}" says ${stated}, ${sum.en} ${computed}; they differ by ${gap} ${cell.measuredIn}. Check.`,
  };
}

/** For a finding's sides: a count as a number, money as the decimal text of its printed unit. */
export function asStated(value: number, cell: Pick<Cell, 'quantity'> | undefined): number | string {
  return cell && cell.quantity !== 'count' ? inPrintedUnit(value, cell) : value;
}
