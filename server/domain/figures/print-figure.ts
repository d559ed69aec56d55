import type { Cell } from '../formats';
import type { Figure } from './figure';
import { toDecimal } from './money';

/**
 * How a figure stands in a working print: the number, `不适用`, what was typed, or nothing. Screen and paper both go through
 * here; no thousands separators (GB/T 9704 practice), no rounding. A figure of a cell that holds 约数 says so; nought is exact.
 */
export function printFigure(figure: Figure, cell: Pick<Cell, 'quantity' | 'local'>): string {
  switch (figure.state) {
    case 'number': {
      const number = toDecimal(figure.value, cell.quantity, figure.decimals);
      return cell.local?.exactness === 'about' && figure.value !== 0 ? `约${number}` : number;
    }
    case 'not_applicable':
      return '不适用';
    case 'unreadable':
      return figure.raw;
    case 'not_filled':
      return '';
    default:
      return figure satisfies never;
  }
}

/**
 * How a figure stands in the statutory document: 不适用 prints 0 ("本机关无此职权" is 0).
 *
 * @throws Error for not filled and unreadable: neither reaches the statutory document, and finalise is refused before
 */
export function printStatutory(figure: Figure, cell: Pick<Cell, 'quantity'> & { id: string }): string {
  if (figure.state === 'number') return printFigure(figure, cell);
  if (figure.state === 'not_applicable') return '0';
  throw new Error(`${cell.id} is ${figure.state} and cannot be printed in the statutory document`);
}
