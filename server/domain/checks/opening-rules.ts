import { type CellId, cellName, getCell } from '../formats';
import type { CheckSubject, Sentence } from './check';
import type { BookName, Identity, Term, Weighed } from './identity';

/** opening = what the period before closed with. */
export function openingIdentity(rule: string, subject: CheckSubject, opening: { cell: CellId; closing: CellId; book: BookName }): Identity {
  return {
    rule,
    of: `“${cellName(getCell(subject.format, opening.cell))}”`,
    isSumOfColumns: opening.cell.endsWith('.total'),
    left: [{ cell: opening.cell, sign: 1, in: 'subject' }],
    right: [{ cell: opening.closing, sign: 1, in: opening.book }, ...takenOverBeside(subject, opening)],
  };
}

/** A report of last year does not say what was taken over since; the opening of a quarter has it in itself. */
export function takenOverBeside(subject: CheckSubject, { closing, book }: { closing: CellId; book: BookName }): Term[] {
  return book === 'lastYear' && subject.takenOver?.has(closing) ? [{ cell: closing, sign: 1, in: 'takenOver' }] : [];
}

export function explainOpening({ of }: Identity, { left, right, difference }: Weighed, before: Sentence): Sentence {
  const gap = Math.abs(difference);
  return {
    zh: `${of}填 ${left}，${before.zh} ${right}，相差 ${gap}。请改为 ${right}，或者对上期数作更正并写明理由。`,
    en: `${of} says ${left}, ${before.en} ${right}; they differ by ${gap}. Enter ${right}, or restate the closing with a reason.`,
  };
}
