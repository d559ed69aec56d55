import { type Figure, figureAt, figureOfText, sameFigure } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import { type DeclarableSection, type FilingFacts, filingBook } from '../workflow';
import { quarterOfChange, type Slip, type SlipChange } from './slip';
import { factsOf, quartersInReach, type StandingQuarter, type UnitBooks } from './standing-quarter';

/** A quarter with a slip applied to it: what it says before and after, and what has to be written for that. */
export interface CorrectedQuarter {
  quarter: StandingQuarter;
  before: Map<CellId, Figure>;
  after: Map<CellId, Figure>;
  openings: ReadonlyMap<CellId, Figure>;
  /** Texts to be stored: those of the slip, and the zeros that a lapsed 本期无 stood for. */
  writes: readonly { cell: CellId; raw: string }[];
  /** Sections in which a number above 0 ends 本期无. */
  lapsed: readonly DeclarableSection[];
}

/**
 * Every quarter of the unit and of its successors as it is once the slip is in force. Openings follow the closings they were
 * taken from, over a succession as over quarters.
 */
export function applySlip(unit: UnitBooks, slip: Slip): CorrectedQuarter[] {
  const corrected: CorrectedQuarter[] = [];
  for (const quarter of quartersInReach(unit)) {
    const own = slip.changes.filter((change) => quarterOfChange(unit, slip.year, change) === quarter);
    corrected.push(correct(quarter, own, corrected.at(-1)));
  }
  return corrected;
}

function correct(quarter: StandingQuarter, own: readonly SlipChange[], previous: CorrectedQuarter | undefined): CorrectedQuarter {
  const facts = factsOf(quarter);
  const before = filingBook(facts);
  const { writes, lapsed } = writesOf(facts, own);
  const stored = new Map(facts.stored);
  for (const { cell: id, raw } of writes) {
    const cell = facts.format.cells.get(id);
    if (cell) stored.set(id, figureOfText(raw, cell).figure);
  }
  const openings = previous && isNext(previous.quarter, quarter) ? followed(quarter, facts, previous) : facts.openings;
  const declared = new Set([...facts.declared].filter((section) => !lapsed.includes(section)));
  return { quarter, before, after: filingBook({ ...facts, stored, openings, declared }), openings, writes, lapsed };
}

/** A number above 0 in a section that was declared 本期无 ends the declaration; what it stood for is written out as zeros. */
function writesOf(facts: FilingFacts, own: readonly SlipChange[]): Pick<CorrectedQuarter, 'writes' | 'lapsed'> {
  const { format, declared, stored } = facts;
  const lapsed = [...declared].filter((section) =>
    own.some(({ cell: id, raw }) => {
      const cell = format.cells.get(id);
      if (cell?.section !== section) return false;
      const { figure } = figureOfText(raw, cell);
      return !(figure.state === 'number' && figure.value === 0);
    }),
  );
  const named = new Set(own.map((change) => change.cell));
  const zeros = leafCells(format).filter(
    (cell) =>
      lapsed.some((section) => section === cell.section) &&
      cell.addsUp !== 'opening' &&
      !named.has(cell.id) &&
      figureAt(stored, cell.id).state === 'not_filled',
  );
  return { writes: [...own.map(({ cell, raw }) => ({ cell, raw })), ...zeros.map((cell) => ({ cell: cell.id, raw: '0' }))], lapsed };
}

function isNext(before: StandingQuarter, after: StandingQuarter): boolean {
  return after.year * 4 + after.quarter === before.year * 4 + before.quarter + 1;
}

/** The openings of a quarter after the closings before it have changed. */
function followed(quarter: StandingQuarter, facts: FilingFacts, previous: CorrectedQuarter): ReadonlyMap<CellId, Figure> {
  const openings = new Map(facts.openings);
  for (const { id, closing } of carriedCells(facts.format)) {
    if (quarter.fixedOpenings.includes(id)) continue;
    const [old, now] = [figureAt(previous.before, closing), figureAt(previous.after, closing)];
    if (sameFigure(old, now)) continue;
    const next = moved(figureAt(openings, id), old, now);
    if (next.state === 'number' || next.state === 'not_applicable') openings.set(id, next);
    else openings.delete(id);
  }
  return openings;
}

function carriedCells(format: Format): { id: CellId; closing: CellId }[] {
  return leafCells(format).flatMap((cell) => (cell.opensFrom ? [{ id: cell.id, closing: cell.opensFrom }] : []));
}

/** An opening that took over more than this one closing (a unit that was merged in) moves by the difference. */
function moved(opening: Figure, old: Figure, now: Figure): Figure {
  if (sameFigure(opening, old)) return now;
  if (opening.state === 'number' && old.state === 'number' && now.state === 'number')
    return { ...opening, value: opening.value + now.value - old.value };
  return now;
}
