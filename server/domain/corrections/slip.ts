import { type Figure, figureAt, figureOfText, isFilled, sameFigure } from '../figures';
import type { Cell, CellId } from '../formats';
import { filingBook } from '../workflow';
import { factsOf, formatOf, quartersInReach, type StandingQuarter, type UnitBooks } from './standing-quarter';

export const slipStatuses = ['draft', 'signed', 'accepted', 'refused', 'withdrawn'] as const;
export type SlipStatus = (typeof slipStatuses)[number];

/**
 * One cell of a slip with its new text, read like any other number field. `quarter` counts on from the first quarter of the
 * slip's year: 5 is the first quarter of the year after, which opens with what this year closes with.
 */
export interface SlipChange {
  quarter: number;
  cell: CellId;
  raw: string;
}

/** The most quarters one slip reaches over: its own year and the one after. */
export const maxQuarters = 8;

export interface Slip {
  year: number;
  changes: readonly SlipChange[];
}

/** The quarter a change of a slip is about. */
export function slipPeriod(year: number, quarter: number): { year: number; quarter: number } {
  return { year: year + Math.floor((quarter - 1) / 4), quarter: ((quarter - 1) % 4) + 1 };
}

/** How a slip of a year counts a quarter; the other way round of `slipPeriod`. */
export function slipQuarter(slipYear: number, of: { year: number; quarter: number }): number {
  return (of.year - slipYear) * 4 + of.quarter;
}

/** The quarter a change is about: the unit's own, or once it is closed its successor's. */
export function quarterOfChange(unit: UnitBooks, slipYear: number, change: SlipChange): StandingQuarter | undefined {
  const { year, quarter } = slipPeriod(slipYear, change.quarter);
  return quartersInReach(unit).find((one) => one.year === year && one.quarter === quarter);
}

/**
 * Why a change cannot stand in a slip. not_locked: the quarter is not locked, so it is changed in its own form.
 * not_typed: a total or a carried opening, which follow by themselves. unreadable: not a number, or blank where one is needed.
 * same: says what stands there already. twice: the cell is named twice.
 */
export type ChangeProblem = 'no_quarter' | 'not_locked' | 'no_cell' | 'not_typed' | 'unreadable' | 'same' | 'twice';

/** What a person may change in a quarter: the cells that are typed. */
export function isCorrectable(cell: Pick<Cell, 'addsUp'>): boolean {
  return cell.addsUp === 'flow' || cell.addsUp === 'closing';
}

/** @returns null when the change may stand */
export function changeProblem(unit: UnitBooks, slip: Slip, change: SlipChange): ChangeProblem | null {
  const quarter = quarterOfChange(unit, slip.year, change);
  if (!quarter) return 'no_quarter';
  if (quarter.status !== 'locked') return 'not_locked';
  const cell = formatOf(quarter).cells.get(change.cell);
  if (!cell) return 'no_cell';
  if (!isCorrectable(cell)) return 'not_typed';
  if (slip.changes.filter((one) => one.quarter === change.quarter && one.cell === change.cell).length > 1) return 'twice';
  const { before, after } = figuresOfChange(quarter, cell, change.raw);
  if (!isFilled(after)) return 'unreadable';
  return sameFigure(before, after) ? 'same' : null;
}

/** What the cell counts as now and with the new text. A blank is 不适用 where the unit has no such power, else it is not filled. */
export function figuresOfChange(quarter: StandingQuarter, cell: Cell, raw: string): { before: Figure; after: Figure } {
  const facts = factsOf(quarter);
  const { figure } = figureOfText(raw, cell);
  const typed = new Map(facts.stored).set(cell.id, figure);
  // A new figure ends 本期无 for its section, so a blank there is a blank.
  const after = filingBook({ ...facts, stored: typed, declared: new Set() });
  return { before: figureAt(filingBook(facts), cell.id), after: figureAt(after, cell.id) };
}
