import { type CellId, cellName, getCell } from '../formats';
import type { Sentence } from '../sentence';
import type { CheckSubject } from '../subject';
import type { BookName, Identity, Term, Weighed } from './identity';
import { quoted } from './in-words';

/** opening = what the period before closed with. */
export function openingIdentity(rule: string, subject: CheckSubject, opening: { cell: CellId; closing: CellId; book: BookName }): Identity {
  return {
    rule,
    of: quoted(cellName(getCell(subject.format, opening.cell))),
    isSumOfColumns: opening.cell.endsWith('.total'),
    left: [{ cell: opening.cell, sign: 1, in: 'subject' }],
    right: [
      { cell: opening.closing, sign: 1, in: opening.book },
      ...takenOverBeside(subject, opening),
      ...restatedBeside(subject, opening),
    ],
  };
}

/** A report of last year does not say what was taken over since; the opening of a quarter has it in itself. */
export function takenOverBeside(subject: CheckSubject, { closing, book }: { closing: CellId; book: BookName }): Term[] {
  return book === 'lastYear' && subject.takenOver?.has(closing) ? [{ cell: closing, sign: 1, in: 'takenOver' }] : [];
}

/** Last year's report does not know what a unit restated since; a quarter's own restated opening is settled by its reason. */
function restatedBeside(subject: CheckSubject, { cell, book }: { cell: CellId; book: BookName }): Term[] {
  return book === 'lastYear' && subject.restatedBy ? [{ cell, sign: 1, in: 'restatedBy' }] : [];
}

/** The restatements that are in a comparison, each with its unit, both numbers and the reason. */
export function restatedNotes({ restatedBy }: CheckSubject, cell: CellId): Sentence {
  const notes = restatedBy?.notes.get(cell) ?? [];
  if (notes.length === 0) return { zh: '', en: '' };
  const said = notes.map(({ organ, was, is, reason }) => ({
    zh: `${organ}由 ${was ?? '未知'} 重述为 ${is}（${reason}）`,
    en: `${organ} from ${was ?? 'unknown'} to ${is} (${reason})`,
  }));
  return {
    zh: `已计入期初重述：${said.map((one) => one.zh).join('；')}。`,
    en: ` Restated openings are counted: ${said.map((one) => one.en).join('; ')}.`,
  };
}

export function explainOpening({ of }: Identity, { left, right, difference }: Weighed, before: Sentence): Sentence {
  const gap = Math.abs(difference);
  return {
    zh: `${of.zh}填 ${left}，${before.zh} ${right}，相差 ${gap}。请改为 ${right}，或者对上期数作更正并写明理由。`,
    en: `${of.en} says ${left}, ${before.en} ${right}; they differ by ${gap}. Enter ${right}, or restate the closing with a reason.`,
  };
}
