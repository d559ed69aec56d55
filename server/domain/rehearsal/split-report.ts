import { count, type Figure, type FigureBook, numberAt } from '../figures';
import { type Cell, type CellId, type Format, leafCells } from '../formats';
import { seededRandom } from '../seeded-random';
import type { ReportContent } from '../subject';
import { type Balance, balancesOf } from './balances';
import { completeReport } from './complete-report';
import { type BrokenBalance, notesOn, type SplitNote } from './notes-on';
import { type Amounts, gapOf } from './pair-up';
import { drawShares } from './shares';
import { type BalanceYear, loneFiling, splitBalance } from './split-balance';
import { chargedFor, type Grid, grownBy, splitLevel, splitPlain } from './split-plain';

export const usualUnitCount = 5;

export interface SplitReport {
  units: SplitUnit[];
  /** Leaves the report does not tell; what stands there was chosen and is never compared. */
  assumed: CellId[];
  /** Must-fix findings that are in the published figures themselves, each in one filing. */
  signedExceptions: SplitNote[];
  /** The same for findings that take a 说明. */
  explanations: SplitNote[];
}

export interface SplitUnit {
  key: string;
  name: string;
  /** Every leaf of the format as a number, first quarter first. */
  quarters: [SplitFigures, SplitFigures, SplitFigures, SplitFigures];
  /** The opening cells of the first quarter: what an admin enters as the unit's opening balances. */
  openings: SplitFigures;
}
export type SplitFigures = Map<CellId, Figure>;

/**
 * A year of filings that would have led to a published report: N units, four quarters each, every leaf filled.
 * Rolled up again they give every published leaf, and every published total that agrees with its parts.
 *
 * In each filing the columns of table 三 balance, each opening is the closing before, documents and cases add up, and nothing is
 * negative. Where the published figures themselves do not balance, the difference stands in one filing and is named.
 *
 * @param options.units how many units a consolidated report is split into (5 when not told, at least 1); an own-organ report is one unit
 * @param options.seed the same seed gives the same year
 * @throws RangeError on a negative figure in a cell that cannot be negative, or fewer than one unit
 */
export function splitReport(options: { format: Format; content: ReportContent; units?: number; seed: number }): SplitReport {
  const { format, content, seed } = options;
  const unitCount = content.scope === 'own_organ' ? 1 : (options.units ?? usualUnitCount);
  if (!Number.isInteger(unitCount) || unitCount < 1) throw new RangeError(`a report cannot be split into ${unitCount} units`);
  const random = seededRandom(seed);
  const shares = drawShares(unitCount, random);
  const { figures, assumed } = completeReport(format, content.figures);
  const units = nameUnits(content, unitCount);
  const grids = new Map<CellId, Grid>();

  const broken: BrokenBalance[] = [];
  for (const balance of balancesOf(format)) {
    const amounts = amountsOf(balance, figures);
    placeBalance(balance, splitBalance(amounts, balance.pace, shares, random), grids);
    const gap = gapOf(amounts);
    if (gap !== 0) broken.push({ balance, gap });
  }
  const splitCell = (cell: Cell): Grid => {
    const figure = figures.get(cell.id) ?? count(0);
    const gridOf = (id: CellId | undefined): Grid | null => (id === undefined ? null : (grids.get(id) ?? null));
    if (cell.addsUp === 'closing') return splitLevel(numberAt(figures, cell.id) ?? 0, gridOf(grownBy[cell.id]) ?? [], { shares, random });
    return splitPlain(cell, figure, { shares, leader: gridOf(chargedFor[cell.id]), random });
  };
  for (const cell of leadersFirst(leafCells(format))) if (!grids.has(cell.id)) grids.set(cell.id, splitCell(cell));

  for (const cell of leafCells(format)) fillCell(units, cell, grids.get(cell.id) ?? [], decimalsOf(figures.get(cell.id)));
  return { units, assumed, ...notesOn(broken, units[loneFiling.unit]?.key ?? '') };
}

function nameUnits({ organ }: ReportContent, unitCount: number): SplitUnit[] {
  return Array.from({ length: unitCount }, (_, index) => ({
    key: `unit-${index + 1}`,
    name: unitCount === 1 ? organ : `演练单位${index + 1}`,
    quarters: [new Map(), new Map(), new Map(), new Map()],
    openings: new Map(),
  }));
}

function amountsOf(balance: Balance, figures: FigureBook): Amounts {
  const amountAt = (cell: CellId): number => numberAt(figures, cell) ?? 0;
  return {
    opening: amountAt(balance.opening),
    inflow: amountAt(balance.inflow),
    outflows: balance.outflows.map(amountAt),
    closing: amountAt(balance.closing),
  };
}

function placeBalance(balance: Balance, years: readonly BalanceYear[], grids: Map<CellId, Grid>): void {
  const place = (cell: CellId, rowOf: (year: BalanceYear) => number[]): void => void grids.set(cell, years.map(rowOf));
  place(balance.opening, (year) => year.opening);
  place(balance.inflow, (year) => year.inflow);
  balance.outflows.forEach((cell, outcome) => {
    place(cell, (year) => year.outflows[outcome] ?? []);
  });
  place(balance.closing, (year) => year.closing);
}

/** What others are charged for or grown by is split before them. */
function leadersFirst(cells: readonly Cell[]): Cell[] {
  const isLed = (cell: Cell): boolean => Object.hasOwn(chargedFor, cell.id) || Object.hasOwn(grownBy, cell.id);
  return [...cells.filter((cell) => !isLed(cell)), ...cells.filter(isLed)];
}

function decimalsOf(figure: Figure | undefined): number {
  return figure?.state === 'number' ? figure.decimals : 0;
}

function fillCell(units: readonly SplitUnit[], cell: Cell, grid: Grid, decimals: number): void {
  units.forEach((unit, index) => {
    unit.quarters.forEach((quarter, position) => {
      const figure: Figure = { state: 'number', value: grid[index]?.[position] ?? 0, decimals };
      quarter.set(cell.id, figure);
      if (position === 0 && cell.addsUp === 'opening') unit.openings.set(cell.id, figure);
    });
  });
}
