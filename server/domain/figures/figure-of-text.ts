import type { Cell } from '../formats';
import type { Figure } from './figure';
import { type ParsedFigure, parseFigure } from './parse-figure';
import { asPasted, withoutPasteMark } from './pasted-text';

/** A person may say that a cell does not concern the unit; everything else in a cell is a number or cannot be read. */
export const notApplicableText = '不适用';

/** What a typed text counts as: empty is not filled, what cannot be read is kept. Browser and server read it alike. */
export function figureOfText(raw: string, cell: Cell): { figure: Figure; parsed: ParsedFigure } {
  const parsed = parseFigure(raw, cell);
  if (parsed.kind === 'empty') return { parsed, figure: { state: 'not_filled' } };
  if (parsed.kind === 'number') return { parsed, figure: { state: 'number', value: parsed.value, decimals: parsed.decimals } };
  return {
    parsed,
    figure: raw.trim() === notApplicableText ? { state: 'not_applicable' } : { state: 'unreadable', raw: withoutPasteMark(raw) },
  };
}

/**
 * A stored text as it is to be read again. Its state is the authority: what was stored as unreadable because of its blanks, which a
 * typed text may have, is a pasted text still.
 */
export function textOfStored({ raw, figure }: { raw: string; figure: Figure }, cell: Cell | undefined): string {
  return cell && figure.state === 'unreadable' && parseFigure(raw, cell).kind === 'number' ? asPasted(raw) : raw;
}
