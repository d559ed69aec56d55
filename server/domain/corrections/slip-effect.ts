import type { Overlay } from '../checks';
import type { Finding } from '../checks/check';
import { findingsFarFromPast } from '../checks/past/far-from-past';
import { type Figure, type FigureBook, figureAt, sameFigure, withComputed } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { type QuarterBooks, rollUpYear, wholeYear } from '../roll-up';
import { checkFiling, type Explanation, leftToNobody, type Obstacle, submitObstacles } from '../workflow';
import { applySlip, type CorrectedQuarter } from './apply-slip';
import { pastOnceCorrected } from './past-once-corrected';
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
  /** What the rules ask about figures that change, with what the unit said to it. Only of settled quarters. */
  questions: readonly SlipQuestion[];
}

/** A corrected figure far from its past: it needs a reason of its own, as in a filing. Of the other confirm findings the reason of the slip is the explanation. */
export interface SlipQuestion {
  finding: Finding;
  /** Written for these very values; null: nothing is said yet. */
  said: Explanation | null;
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
    .map((one) => ({
      ...quarterEffect(one, corrected, overlay),
      isNamed: named.has(one.quarter),
      successor: successorOf(unit, one.quarter),
    }));
  return { problems, quarters, years: yearEffects(unit, quarters) };
}

/** A slip is acceptable when it changes something, each change may stand, and every touched quarter then satisfies its rules (R5). */
export function isAcceptable({ problems, quarters }: SlipEffect): boolean {
  return problems.length === 0 && quarters.some((one) => one.isNamed) && quarters.every((one) => one.obstacles.length === 0);
}

/** What the rules ask about the corrected figures and nobody has answered. */
export function unanswered({ quarters }: SlipEffect): { quarter: StandingQuarter; finding: Finding }[] {
  return quarters.flatMap(({ quarter, questions }) => questions.flatMap(({ finding, said }) => (said ? [] : [{ quarter, finding }])));
}

/** What the unit says to a question of the rules about a corrected figure, bound to its values as in a filing. */
export interface SlipExplanation {
  filingId: string;
  rule: string;
  boundTo: string;
  text: string;
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

function quarterEffect(
  one: CorrectedQuarter,
  all: readonly CorrectedQuarter[],
  overlay: Overlay | null,
): Omit<QuarterEffect, 'isNamed' | 'successor'> {
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
      past: pastOnceCorrected(quarter, all),
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
  const cells = cellEffects(leaves(format), counted, after);
  const questions = settled ? questionsOf(findings, quarter.explanations, new Set(cells.map(({ cell }) => cell))) : [];
  return { ...one, isSettled: settled, cells, findings, obstacles, questions };
}

/** What stood before was approved with its reasons: only what changes is asked about. */
function questionsOf(findings: readonly Finding[], explanations: readonly Explanation[], changed: ReadonlySet<CellId>): SlipQuestion[] {
  return findingsFarFromPast(findings)
    .filter(({ severity, cells }) => severity === 'confirm' && cells.some((cell) => changed.has(cell)))
    .map((finding) => ({
      finding,
      said: explanations.find(({ rule, boundTo }) => rule === finding.rule && boundTo === finding.boundTo) ?? null,
    }));
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
