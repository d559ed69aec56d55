import { count, type Figure, type FigureBook, isFilled, numberAt } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { disputeBlocks } from '../formats/table-4-disputes';
import { type Balance, balancesOf } from './balances';
import { completeRequests } from './complete-requests';
import { isImpossible } from './is-impossible';
import { gapOf } from './pair-up';

export interface CompleteReport {
  /** Every leaf of the format, the published ones as published. */
  figures: Map<CellId, Figure>;
  /** Leaves of the report that it does not tell and that were chosen here. Form-only cells are no part of a report and are not listed. */
  assumed: CellId[];
}

/**
 * A published report with every figure it does not tell filled in: whatever a published total or a balance asks for, else 0.
 * Published figures are never touched, not even where they contradict each other. The same report always gives the same figures.
 *
 * @throws RangeError on a negative figure in a cell that cannot be negative; the border refuses such a report before
 */
export function completeReport(format: Format, published: FigureBook): CompleteReport {
  const values = new Map<CellId, number>();
  const fillUnknown = (cell: CellId, value: number): void => {
    if (numberAt(published, cell) === null) values.set(cell, value);
  };
  const amountAt = (cell: CellId): number => numberAt(published, cell) ?? values.get(cell) ?? 0;

  for (const [cell, value] of completeRequests(format, published)) fillUnknown(cell, value);
  for (const { key } of disputeBlocks) completeBlock(format, published, key, fillUnknown);
  for (const balance of balancesOf(format)) if (balance.rule !== 't3-col') settle(balance, { published, amountAt, fillUnknown });

  const figures = new Map<CellId, Figure>();
  const assumed: CellId[] = [];
  for (const cell of leafCells(format)) {
    const figure = published.get(cell.id);
    if (figure?.state === 'number' && figure.value < 0 && !cell.mayBeNegative) throw new RangeError(`${cell.id} is negative`);
    const isKnown = figure !== undefined && isFilled(figure);
    figures.set(cell.id, isKnown ? figure : count(values.get(cell.id) ?? 0));
    if (!isKnown && cell.table !== 'internal') assumed.push(cell.id);
  }
  return { figures, assumed };
}

type Fill = (cell: CellId, value: number) => void;

/** What a block's published 总计 has beyond its known results goes to one unknown result, 其他结果 first. */
function completeBlock(format: Format, published: FigureBook, block: string, fillUnknown: Fill): void {
  const stated = numberAt(published, `s4.${block}.total`);
  if (stated === null || isImpossible(format, published, `s4.${block}.total`)) return;
  const results = ['other', 'upheld', 'corrected', 'pending'].map((result) => `s4.${block}.${result}`);
  const known = results.reduce((sum, result) => sum + (numberAt(published, result) ?? 0), 0);
  const unknown = results.find((result) => numberAt(published, result) === null);
  if (unknown) fillUnknown(unknown, stated - known);
}

/**
 * Makes a balance hold with the one side that is free to: what is missing on the left was there at the start (documents) or
 * came in the year (cases), what is missing on the right is still there or has left. If no side is free the balance stays
 * broken: more documents issued than are in force and repealed leaves an opening of 0.
 */
function settle(balance: Balance, book: { published: FigureBook; amountAt: (cell: CellId) => number; fillUnknown: Fill }): void {
  const gap = gapOf({
    opening: book.amountAt(balance.opening),
    inflow: book.amountAt(balance.inflow),
    outflows: balance.outflows.map(book.amountAt),
    closing: book.amountAt(balance.closing),
  });
  const entries = balance.rule === 'q-pend' ? [balance.inflow, balance.opening] : [balance.opening, balance.inflow];
  const sides = gap < 0 ? entries : [balance.closing, ...balance.outflows];
  const free = sides.find((cell) => numberAt(book.published, cell) === null);
  if (free !== undefined) book.fillUnknown(free, book.amountAt(free) + Math.abs(gap));
}
