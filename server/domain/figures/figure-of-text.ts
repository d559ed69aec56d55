import type { Cell } from '../formats';
import type { Figure } from './figure';
import { type ParsedFigure, parseFigure } from './parse-figure';

/** A person may say that a cell does not concern the unit; everything else in a cell is a number or cannot be read. */
export const notApplicableText = '不适用';

/** What a typed text counts as: empty is not filled, what cannot be read is kept. Browser and server read it alike. */
export function figureOfText(raw: string, cell: Cell): { figure: Figure; parsed: ParsedFigure } {
  const parsed = parseFigure(raw, cell);
  if (parsed.kind === 'empty') return { parsed, figure: { state: 'not_filled' } };
  if (parsed.kind === 'number') return { parsed, figure: { state: 'number', value: parsed.value, decimals: parsed.decimals } };
  return { parsed, figure: raw.trim() === notApplicableText ? { state: 'not_applicable' } : { state: 'unreadable', raw } };
}
