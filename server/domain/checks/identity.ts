import type { FigureBook } from '../figures';
import { numberAt } from '../figures';
import type { CellId } from '../formats';
import type { Sentence } from '../sentence';
import type { CheckSubject } from '../subject';

/** Where a term is read: in the subject itself, or in one of the books beside it; a number is the quarter with that index. */
export type BookName = 'subject' | 'before' | 'lastYear' | 'takenOver' | 'restatedBy' | 'units' | 'adjusted' | number;

export interface Term {
  cell: CellId;
  sign: 1 | -1;
  in: BookName;
}

/** Σ left = Σ right. `new_received + carried_in = result_total + carried_out` of one column is an identity. */
export interface Identity {
  rule: string;
  /** What it is about, for the sentence: a column, a row or a block. */
  of: Sentence;
  /** True for the 总计 column of a rule that also holds in each of the six columns, of which it is the sum. */
  isSumOfColumns: boolean;
  left: readonly Term[];
  right: readonly Term[];
}

export interface Weighed {
  left: number;
  right: number;
  /** left − right. */
  difference: number;
}

/** Both sides in the unit of their cells, or the cells that are not known. */
export function weigh(subject: CheckSubject, identity: Identity): Weighed | { unknown: readonly CellId[] } {
  const unknown = new Set<CellId>();
  const side = (terms: readonly Term[]): number => {
    let sum = 0;
    for (const term of terms) {
      const value = termValue(subject, term);
      if (value === null) unknown.add(term.cell);
      else sum += term.sign * value;
    }
    return sum;
  };
  const left = side(identity.left);
  const right = side(identity.right);
  return unknown.size > 0 ? { unknown: [...unknown] } : { left, right, difference: left - right };
}

export function termValue(subject: CheckSubject, term: Term): number | null {
  const book = bookOf(subject, term.in);
  return book ? numberAt(book, term.cell) : null;
}

export function terms(cells: readonly CellId[], book: BookName = 'subject', sign: 1 | -1 = 1): Term[] {
  return cells.map((cell) => ({ cell, sign, in: book }));
}

/** The cells of the subject itself that take part, each once; figures of another period or of the units cannot be clicked. */
export function cellsOf(identity: Identity): CellId[] {
  return [...new Set([...identity.left, ...identity.right].filter((term) => term.in === 'subject').map((term) => term.cell))];
}

function bookOf(subject: CheckSubject, name: BookName): FigureBook | null {
  if (typeof name === 'number') return subject.quarters?.[name] ?? null;
  switch (name) {
    case 'subject':
      return subject.figures;
    case 'before':
      return subject.before;
    case 'lastYear':
      return subject.lastYear?.figures ?? null;
    case 'takenOver':
      return subject.takenOver ?? null;
    case 'restatedBy':
      return subject.restatedBy?.amounts ?? null;
    case 'units':
      return subject.unitSum;
    case 'adjusted':
      return subject.adjusted ?? null;
    default:
      return name satisfies never;
  }
}
