import { latestEvents, listPastFigures, type PastFigure, type Reader } from '@/db/store';
import type { Actor } from '@/server/commands/command';
import { requireReadableFiling } from '@/server/commands/filing-access';
import { formatOfFiling } from '@/server/commands/filing-format';
import { type Figure, figureAt, withComputed } from '@/server/domain/figures';
import { type Cell, type CellId, type Format, getCell } from '@/server/domain/formats';
import { type Quarter, quarters } from '@/server/domain/periods';
import { Refused } from '@/server/errors';

export interface CellQuarter {
  year: number;
  quarter: number;
  figure: Figure;
  /** Approved by a reviewer; else as the unit has it now. */
  isApproved: boolean;
}

/** One save of the cell in this filing. */
export interface CellChange {
  at: string;
  by: string;
  before: string | null;
  after: string;
}

export interface CellHistory {
  /** Past quarters of the unit that know the cell, the oldest first. */
  quarters: readonly CellQuarter[];
  /** What the approved quarters of this year before this one say in the leaves the cell is made of: 本年累计 is reckoned from them. */
  thisYear: readonly { quarter: Quarter; figures: Record<CellId, Figure> }[];
  /** The newest first. */
  changes: readonly CellChange[];
}

const mostQuarters = 12;
const mostChanges = 20;
/** Saves of a filing that are looked through for those of one cell: more than ten for every cell there is. */
const mostSaves = 4_000;

/** What a unit's past quarters said in a cell, and who changed it in this one. */
export async function loadCellHistory(reader: Reader, actor: Actor, of: { filingId: string; cell: CellId }): Promise<CellHistory> {
  const filing = await requireReadableFiling(reader, actor, of.filingId);
  const format = await formatOfFiling(reader, filing);
  const cell = format.cells.get(of.cell);
  if (!cell)
    throw new Refused('invalid', {
      zh: `${filing.format} 格式中没有单元格“${of.cell}”。`,
      en: `Format ${filing.format} has no cell "${of.cell}".`,
    });
  const leaves = leavesOf(format, cell);
  const past = await listPastFigures(reader, filing.unitId, leaves, { before: filing, most: mostQuarters });
  return {
    quarters: quartersOf(format, cell, past),
    thisYear: quarters.flatMap((quarter) => {
      const known = past.filter((one) => one.year === filing.year && one.quarter === quarter && one.isApproved);
      return known.length > 0 ? [{ quarter, figures: Object.fromEntries(bookOf(known)) }] : [];
    }),
    changes: await changesOf(reader, filing.id, cell.id),
  };
}

/** The cell itself, or the typed cells a computed one is made of in the end. */
function leavesOf(format: Format, cell: Cell): CellId[] {
  return cell.terms ? [...new Set(cell.terms.flatMap((term) => leavesOf(format, getCell(format, term))))] : [cell.id];
}

/** The cell quarter by quarter; a quarter that does not know it is left out. */
function quartersOf(format: Format, cell: Cell, past: readonly PastFigure[]): CellQuarter[] {
  const byQuarter = new Map<number, PastFigure[]>();
  for (const one of past) {
    const index = one.year * 4 + one.quarter;
    byQuarter.set(index, [...(byQuarter.get(index) ?? []), one]);
  }
  return [...byQuarter]
    .sort(([a], [b]) => a - b)
    .flatMap(([, known]) => {
      const [first] = known;
      const figure = figureAt(withComputed(format, bookOf(known)), cell.id);
      return first && figure.state !== 'not_filled'
        ? [{ year: first.year, quarter: first.quarter, figure, isApproved: first.isApproved }]
        : [];
    });
}

function bookOf(known: readonly PastFigure[]): Map<CellId, Figure> {
  return new Map(known.map((one) => [one.cell, one.figure]));
}

async function changesOf(reader: Reader, filingId: string, cell: CellId): Promise<CellChange[]> {
  const saves = await latestEvents(reader, { objectType: 'filing', objectId: filingId, kindPrefix: 'figure.saved', limit: mostSaves });
  return saves
    .flatMap(({ at, actorName, payload }) =>
      'cell' in payload && payload.cell === cell && 'after' in payload
        ? [{ at, by: actorName, before: payload.before, after: payload.after }]
        : [],
    )
    .slice(0, mostChanges);
}
