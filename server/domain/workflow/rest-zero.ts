import { type Identity, termValue } from '../checks/identity';
import { qPend } from '../checks/rules/q-pend';
import { stocksOfFiling } from '../checks/rules/q-stock';
import { t3Col } from '../checks/rules/t3-col';
import { count, figureAt } from '../figures';
import { type CellId, leafCells, type SectionKey } from '../formats';
import type { CheckSubject } from '../subject';
import { type CheckedFiling, filingSubject } from './filing-subject';

/** What filling the rest would write, before anybody has agreed to it. What is typed is in none of the lists. */
export interface RestZero {
  /** What happened in the period and nobody filled: becomes 0. */
  zeros: readonly CellId[];
  /** What stands at its end and nobody filled: what its table's own balance leaves for it. */
  closings: readonly { cell: CellId; value: number }[];
  /** Closings that cannot be reckoned, because an opening or another figure of the balance is not known: left alone. */
  unknown: readonly CellId[];
  /** Closings for which less than nothing would be left: a figure of the balance is wrong, so they are left alone. */
  below: readonly CellId[];
}

/**
 * 其余未填的格填 0, for a table or the whole form: flows become 0, and a closing becomes what its balance leaves (结转 = 新收 + 上年结转 −
 * 办理结果, 现行有效 = 期初 + 制发 − 废止, 尚未审结 = 期初 + 新收 − 审结), which is 0 only where nothing opened and nothing is open.
 * Openings, 不适用 and what cannot be read are left as they are.
 *
 * @param section the table; all of them without
 * @source 国办公开办函〔2021〕30号附件，表三左上角勾稽关系；表二第二十条第（一）项；表四“尚未审结”为期末数
 */
export function restZero(filing: CheckedFiling, section?: SectionKey): RestZero {
  const { format, book } = filing;
  const blank = leafCells(format).filter(
    (cell) => (section === undefined || cell.section === section) && figureAt(book, cell.id).state === 'not_filled',
  );
  const zeros = blank.filter((cell) => cell.addsUp === 'flow').map((cell) => cell.id);
  const filled = new Map([...book, ...zeros.map((cell) => [cell, count(0)] as const)]);
  const subject = filingSubject({ ...filing, book: filled });
  const left = blank.filter((cell) => cell.addsUp === 'closing').map((cell) => ({ cell: cell.id, value: leftFor(cell.id, subject) }));
  return {
    zeros,
    closings: left.flatMap(({ cell, value }) => (value !== null && value >= 0 ? [{ cell, value }] : [])),
    unknown: left.filter((one) => one.value === null).map((one) => one.cell),
    below: left.filter((one) => one.value !== null && one.value < 0).map((one) => one.cell),
  };
}

/** What the balance a closing stands in leaves for it; null where no balance is known but for it. */
function leftFor(closing: CellId, subject: CheckSubject): number | null {
  const identity = [...(t3Col.identities?.(subject) ?? []), ...stocksOfFiling(subject), ...(qPend.identities?.(subject) ?? [])].find(
    (one) => [...one.left, ...one.right].some((term) => term.cell === closing && term.in === 'subject'),
  );
  return identity ? solve(identity, closing, subject) : null;
}

function solve({ left, right }: Identity, closing: CellId, subject: CheckSubject): number | null {
  let rest = 0;
  let signOfClosing = 1;
  for (const { term, side } of [...left.map((term) => ({ term, side: 1 })), ...right.map((term) => ({ term, side: -1 }))]) {
    if (term.cell === closing && term.in === 'subject') {
      signOfClosing = term.sign * side;
      continue;
    }
    const value = termValue(subject, term);
    if (value === null) return null;
    rest += term.sign * side * value;
  }
  return (-1 * rest) / signOfClosing + 0;
}
