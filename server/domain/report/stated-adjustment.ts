import { printFigure, toDecimal } from '../figures';
import { type CellId, cellName, type Format, getCell } from '../formats';
import type { StatedAdjustment } from '../subject';

/** `+3`, `-1.25`: a line is always signed. */
export function printChange({ value, decimals }: { value: number; decimals: number }, format: Format, id: CellId): string {
  const { quantity } = getCell(format, id);
  return `${value > 0 ? '+' : ''}${printFigure({ state: 'number', value, decimals }, { quantity })}`;
}

/** As report JSON states it, under `adjustments`. Who wrote and who signed it is the edition's to know, not the public's. */
export function adjustmentJson(format: Format, { cell, value, decimals, reason, sum, printed }: StatedAdjustment): object {
  const { quantity } = getCell(format, cell);
  return {
    cell,
    name: cellName(getCell(format, cell)),
    sum,
    change: quantity === 'count' ? value : toDecimal(value, quantity, decimals),
    printed,
    reason,
  };
}
