import type { Overlay } from '../checks';
import type { Finding } from '../checks/check';
import { type Figure, type FigureBook, figureAt, sameFigure, withComputed } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { type QuarterBooks, rollUpYear, wholeYear } from '../roll-up';
import { checkFiling, leftToNobody, type Obstacle, submitObstacles } from '../workflow';
import { applySlip, type CorrectedQuarter } from './apply-slip';
import { type ChangeProblem, changeProblem, quarterOfChange, type Slip, type SlipChange } from './slip';
import {
  bookOf,
  formatOf,
  formatOver,
  isSettled,
  periodKey,
  quartersInReach,
  type StandingQuarter,
  successorOf,
  type UnitBooks,
} from './standing-quarter';

export interface CellEffect {
  cell: CellId;
  before: Figure;
  after: Figure;
}

/** A quarter whose content changes: by the slip itself, or because its openings follow. */
export interface QuarterEffect extends CorrectedQuarter {
  /** Named by the slip; else only its openings follow. */
  isNamed: boolean;
  /** The name of the successor whose quarter it is; null for the unit's own. */
  successor: string | null;
  /** Approved or locked: it gets a new approved submission. An open one just follows. */
  isSettled: boolean;
  /** Leaves that change, against what counts now, in table order. */
  cells: readonly CellEffect[];
  /** What the rules say of it afterwards. */
  findings: readonly Finding[];
  /** What then stands in the way: blank or unreadable cells, must-fix findings without a countersigned exception. Only of settled quarters. */
  obstacles: readonly Obstacle[];
}

export interface YearEffect {
  year: number;
  /** Cells of the unit's year that change, totals among them, in table order. */
  cells: readonly CellEffect[];
}

export interface SlipEffect {
  problems: readonly { change: SlipChange; problem: ChangeProblem }[];
  /** Touched quarters only, in order. */
  quarters: readonly QuarterEffect[];
  years: readonly YearEffect[];
}

/**
 * What a slip would do: each touched quarter before and after, what the rules then say of it, and the unit's year. Nothing is
 * stored; the browser shows it and the server decides by it.
 */
export function slipEffect(unit: UnitBooks, slip: Slip, overlay: Overlay | null): SlipEffect {
  const problems = slip.changes.flatMap((change) => {
    const problem = changeProblem(unit, slip, change);
    return problem ? [{ change, problem }] : [];
  });
  const corrected = applySlip(unit, slip);
  const named = new Set(slip.changes.map((change) => quarterOfChange(unit, slip.year, change)));
  const quarters = corrected
    .filter((one) => one.lapsed.length > 0 || cellEffects(leaves(formatOf(one.quarter)), one.before, one.after).length > 0)
    .map((one) => ({ ...quarterEffect(one, overlay), isNamed: named.has(one.quarter), successor: successorOf(unit, one.quarter) }));
  return { problems, quarters, years: yearEffects(unit, quarters) };
}

/** A slip is acceptable when it changes something, each change may stand, and every touched quarter then satisfies its rules (R5). */
export function isAcceptable({ problems, quarters }: SlipEffect): boolean {
  return problems.length === 0 && quarters.some((one) => one.isNamed) && quarters.every((one) => one.obstacles.length === 0);
}

/** What a signature under a slip is bound to: the content of every settled quarter that it touches. */
export function boundContents({ quarters }: SlipEffect): Record<string, string> {
  return Object.fromEntries(quarters.filter((one) => one.isSettled).map(({ quarter }) => [periodKey(quarter), quarter.hash]));
}

/** The quarters that are no longer what was signed: changed, or touched only since. */
export function movedSince(seen: Readonly<Record<string, string>>, unit: UnitBooks, effect: SlipEffect): StandingQuarter[] {
  const now = boundContents(effect);
  return quartersInReach(unit).filter((quarter) => {
    const key = periodKey(quarter);
    if (key in now) return seen[key] !== now[key];
    return key in seen && seen[key] !== quarter.hash;
  });
}

/** Nobody decides on a slip that they wrote in or signed. */
export function mayDecideSlip(personId: string, hands: ReadonlySet<string>): boolean {
  return !hands.has(personId);
}

function quarterEffect(one: CorrectedQuarter, overlay: Overlay | null): Omit<QuarterEffect, 'isNamed' | 'successor'> {
  const { quarter, after, openings } = one;
  const format = formatOf(quarter);
  const counted = quarter.counted ? bookOf(quarter.counted) : one.before;
  const settled = isSettled(quarter);
  const { findings } = checkFiling(
    {
      organ: quarter.organ,
      year: quarter.year,
      quarter: quarter.quarter,
      powers: quarter.powers,
      format,
      book: after,
      openings,
      restated: new Set(quarter.restated),
    },
    overlay,
  );
  const obstacles = settled
    ? [
        ...submitObstacles({
          format,
          figures: withComputed(format, after),
          findings,
          explanations: quarter.explanations,
          openRemarkIds: [],
          signature: null,
        }).filter((obstacle) => obstacle.kind !== 'confirm'),
        ...(quarter.endsUnsucceeded ? leftToNobody(format, after) : []),
      ]
    : [];
  return { ...one, isSettled: settled, cells: cellEffects(leaves(format), counted, after), findings, obstacles };
}

/** The unit's own years; a successor's year prints more than its quarters (what others handed to it), and is read in its report. */
function yearEffects({ quarters, spans }: UnitBooks, touched: readonly QuarterEffect[]): YearEffect[] {
  const settled = touched.filter((one) => one.isSettled && one.successor === null);
  const years = [...new Set(settled.map((one) => one.quarter.year))];
  return years.flatMap((year): YearEffect[] => {
    const own = quarters.filter((one) => one.year === year);
    const format = formatOver(own);
    if (!format) return [];
    const counted = (one: StandingQuarter) => (isSettled(one) && one.counted ? bookOf(one.counted) : null);
    const corrected = (one: StandingQuarter) => settled.find((effect) => effect.quarter === one)?.after ?? counted(one);
    const add = (bookIn: (one: StandingQuarter) => FigureBook | null) =>
      rollUpYear(format, byQuarter(own, bookIn), spans[year] ?? wholeYear).figures;
    return [{ year, cells: cellEffects([...format.cells.keys()], add(counted), add(corrected)) }];
  });
}

function byQuarter(own: readonly StandingQuarter[], bookIn: (one: StandingQuarter) => FigureBook | null): QuarterBooks {
  const at = (quarter: number) => {
    const found = own.find((one) => one.quarter === quarter);
    return found ? bookIn(found) : null;
  };
  return [at(1), at(2), at(3), at(4)];
}

function leaves(format: Format): CellId[] {
  return leafCells(format).map((cell) => cell.id);
}

/** Cells that say something else afterwards. */
export function cellEffects(cells: readonly CellId[], before: FigureBook, after: FigureBook): CellEffect[] {
  return cells.flatMap((cell) => {
    const [was, is] = [figureAt(before, cell), figureAt(after, cell)];
    return sameFigure(was, is) ? [] : [{ cell, before: was, after: is }];
  });
}
