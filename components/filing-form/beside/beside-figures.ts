import { type FigureBook, printFigure, withComputed } from '@/server/domain/figures';
import { type CellId, type Format, getCell } from '@/server/domain/formats';

/** What may stand under each figure of a table, to compare it with. */
export const besideChoices = ['none', 'last_quarter', 'same_quarter_last_year', 'year_to_date'] as const;
export type BesideChoice = (typeof besideChoices)[number];

export function isBesideChoice(value: string | null): value is BesideChoice {
  return besideChoices.some((one) => one === value);
}

/** A quarter that is past, as it is printed under the figures of this one; totals are reckoned, and what nobody filled says nothing. */
export function printedBook(format: Format, past: FigureBook): ReadonlyMap<CellId, string> {
  const printed = new Map<CellId, string>();
  for (const [id, figure] of withComputed(format, past)) {
    const text = format.cells.has(id) ? printFigure(figure, getCell(format, id)) : '';
    if (text !== '') printed.set(id, text);
  }
  return printed;
}
