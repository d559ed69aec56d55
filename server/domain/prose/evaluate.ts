import { type FigureBook, figureAt, maxDecimals, toDecimal } from '../figures';
import type { CellId, Format, Quantity } from '../formats';
import { add, type Decimal, percent, printDecimal, readDecimal } from '../narrative/decimal';
import { type LocalFact, printFact, unitIn, wordsSayFact, wordsSayValue } from './local-fact';
import type { Sum, Token } from './token';

/** What a text's live numbers are read from. Last year: the figures of last year's newest edition, null without one. */
export interface ProseSources {
  format: Format;
  figures: FigureBook;
  lastYear: FigureBook | null;
  facts: ReadonlyMap<string, LocalFact>;
}

/**
 * Why a live number cannot be printed, or must not stand as it does. joined: a digit, 万 or 余 outside the token makes another number
 * of it. other_direction: 增长 where it fell, or the other way.
 */
export type ProseProblem =
  | 'syntax'
  | 'unknown_cell'
  | 'not_known'
  | 'no_last_year'
  | 'mixed_units'
  | 'negative'
  | 'zero_base'
  | 'other_direction'
  | 'unknown_fact'
  | 'retired_fact'
  | 'joined';

export interface Evaluated {
  /** As printed; `unknownMark` where nothing can be printed. */
  shown: string;
  /** In the printed unit; null for a literal and where nothing is known. */
  value: Decimal | null;
  cells: readonly CellId[];
  problem: ProseProblem | null;
}

/** Stands in a draft where a live number has no value; an edition never holds it. */
export const unknownMark = '〔待核〕';

export function evaluateToken(token: Token, sources: ProseSources): Evaluated {
  switch (token.kind) {
    case 'literal':
      return { shown: token.text, value: null, cells: [], problem: null };
    case 'fact':
      return evaluateFact(token, sources.facts.get(token.id));
    case 'sum':
      return finish(token, cellsOf(token.sum), sumUp(token.sum, sources));
    case 'share':
      return finish(token, cellsOf([...token.part, ...token.whole]), shareOf(token, sources));
    case 'change':
      return finish(token, cellsOf(token.of), changeOf(token, sources));
    default:
      return token satisfies never;
  }
}

function evaluateFact(token: Extract<Token, { kind: 'fact' }>, fact: LocalFact | undefined): Evaluated {
  if (!fact) return { shown: unknownMark, value: null, cells: [], problem: 'unknown_fact' };
  const isSaid = token.words !== null && wordsSayFact(token.words, fact);
  const shown = isSaid && token.words !== null ? token.words : printFact(fact);
  return { shown, value: readDecimal(fact.value), cells: [], problem: fact.isRetired ? 'retired_fact' : null };
}

type Amount = { value: Decimal; shown: string } | ProseProblem;

function finish(token: Exclude<Token, { kind: 'literal' }>, cells: readonly CellId[], amount: Amount): Evaluated {
  if (typeof amount === 'string') return { shown: unknownMark, value: null, cells, problem: amount };
  const { words } = token;
  const shown = words === null ? amount.shown : wordsSayValue(words, amount.value) ? words : `${amount.shown}${unitIn(words)}`;
  return { shown, value: amount.value, cells, problem: null };
}

function cellsOf(sum: Sum): CellId[] {
  return [...new Set(sum.map((term) => term.cell))];
}

/** The sum in its printed unit; 不适用 counts as 0, a cell that is not known makes the whole not known. */
function sumUp(sum: Sum, { format, figures, lastYear }: ProseSources): Amount {
  let value = 0;
  let decimals = 0;
  let quantity: Quantity | null = null;
  for (const { cell: id, sign, isLastYear } of sum) {
    const cell = format.cells.get(id);
    if (!cell) return 'unknown_cell';
    if (quantity !== null && quantity !== cell.quantity) return 'mixed_units';
    quantity = cell.quantity;
    const book = isLastYear ? lastYear : figures;
    if (!book) return 'no_last_year';
    const figure = figureAt(book, id);
    if (figure.state === 'not_filled' || figure.state === 'unreadable') return 'not_known';
    if (figure.state !== 'number') continue;
    value += sign * figure.value;
    decimals = Math.max(decimals, figure.decimals);
  }
  if (quantity === null) return 'unknown_cell';
  if (value < 0 && sum.length > 1) return 'negative';
  return { value: { unscaled: value, decimals: maxDecimals[quantity] }, shown: toDecimal(value, quantity, decimals) };
}

function shareOf({ part, whole, decimals }: Extract<Token, { kind: 'share' }>, sources: ProseSources): Amount {
  const [above, below] = [sumUp(part, sources), sumUp(whole, sources)];
  if (typeof above === 'string') return above;
  if (typeof below === 'string') return below;
  if (below.value.unscaled <= 0) return 'zero_base';
  const value = percent(above.value, below.value, decimals);
  return { value, shown: printDecimal(value) };
}

function changeOf({ direction, of, decimals }: Extract<Token, { kind: 'change' }>, sources: ProseSources): Amount {
  const now = sumUp(of, sources);
  const before = sumUp(
    of.map((term) => ({ ...term, isLastYear: true })),
    sources,
  );
  if (typeof now === 'string') return now;
  if (typeof before === 'string') return before;
  const difference = add(now.value, { ...before.value, unscaled: -before.value.unscaled });
  const wanted = direction === 'up' ? difference : { ...difference, unscaled: -difference.unscaled };
  if (wanted.unscaled <= 0) return 'other_direction';
  if (decimals === null) return { value: wanted, shown: trimmed(wanted) };
  if (before.value.unscaled <= 0) return 'zero_base';
  const value = percent(wanted, before.value, decimals);
  return { value, shown: printDecimal(value) };
}

/** 12.500000 万元 of difference is 12.5. */
function trimmed(value: Decimal): string {
  const text = printDecimal(value);
  return value.decimals > 0 ? text.replace(/\.?0+$/, '') : text;
}
