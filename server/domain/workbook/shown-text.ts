import { type Figure, printFigure } from '../figures';
import type { Cell } from '../formats';
import { withoutIllegalCharacters } from '../report/illegal-characters';

/** A figure as it stands in a workbook: no blanks around it, and nothing that no workbook can hold. */
export function shownText(figure: Figure, cell: Cell): string {
  return plainEnds(withoutIllegalCharacters(printFigure(figure, cell)));
}

/** A text of a sheet, whose ends of lines are as the last program wrote them. */
export function plainEnds(text: string): string {
  return text.replace(/\r\n?|_x000D_\n?/g, '\n').trim();
}

/** What a sheet holds as a number: Excel has fifteen digits, and a longer figure stays text. */
export function isNumeric(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;
}
