import { type CheckedFigure, listCheckedFigures, type Reader, readCheckedCells, sumCheckedFigures } from '@/db/store';
import { type Figure, type FigureBook, figureAt } from '@/server/domain/figures';
import { type CellId, getCell } from '@/server/domain/formats';
import { type Trace, type Transfer, traceCell, wholeYear } from '@/server/domain/roll-up';
import { sumUnits } from '@/server/views/assemble-figures';
import { spanOf } from '@/server/views/report-units';
import type { TracedCell } from './traced-cell';

/** A computed cell with what it is the sum of, or a leaf with its units. */
export type ShownTrace =
  | { kind: 'terms'; cell: CellId; figure: Figure; terms: readonly { cell: CellId; figure: Figure }[] }
  | Extract<Trace, { kind: 'units' }>;

/** A cell opened: its sum, what the sum is made of, and the approved figures behind it. */
export interface OpenedCell {
  /** The cell and its terms, before any line of the report. */
  sums: FigureBook;
  trace: ShownTrace;
  /** Unit by unit of the office's list, quarter by quarter; null where they are more than are looked at at once. */
  checked: readonly CheckedFigure[] | null;
}

/** A computed cell with more figures behind it than these shows its terms alone: each of them opens by itself. */
const maxFiguresBehind = 6_000;

/** A typed cell: its units. The ledger is read once, for the sum and for the units. */
export async function openLeaf(
  reader: Reader,
  of: TracedCell,
): Promise<OpenedCell & { trace: Extract<Trace, { kind: 'units' }>; checked: readonly CheckedFigure[] }> {
  const { figures, sumOf } = await readCheckedCells(reader, of.year, of.leaves, idsOf(of));
  const checked = inOrder(figures, idsOf(of));
  if (of.isIndicator) {
    const trace = unitsOf(of, checked, []);
    return { sums: new Map([[of.cell, trace.figure]]), trace, checked };
  }
  const { figures: sums, transfers } = await sumUnits(reader, { ...of, sumOf });
  return { sums, trace: unitsOf(of, checked, transfers), checked };
}

/** A computed cell: its terms. */
export async function openComputed(reader: Reader, of: TracedCell): Promise<OpenedCell> {
  const sumOf = (unitIds: readonly string[]) => sumCheckedFigures(reader, of.year, unitIds, of.leaves);
  const { figures: sums } = await sumUnits(reader, { ...of, sumOf });
  return { sums, trace: termsOf(of, sums), checked: await checkedBehind(reader, of) };
}

async function checkedBehind(reader: Reader, of: TracedCell): Promise<CheckedFigure[] | null> {
  if (of.partOf === undefined && figuresBehind(of) > maxFiguresBehind) return null;
  const listed = idsOf(of).filter((id) => of.partOf === undefined || id === of.partOf);
  return inOrder(await listCheckedFigures(reader, of.year, of.leaves, listed), listed);
}

/** How many approved figures a cell can have behind it, when every unit has filed its four quarters. */
export function figuresBehind({ leaves, units }: TracedCell): number {
  return leaves.length * units.length * 4;
}

const idsOf = ({ units }: TracedCell) => units.map((unit) => unit.id);

/** Unit by unit of the office's list; within a unit they are in order already. */
function inOrder(checked: readonly CheckedFigure[], unitIds: readonly string[]): CheckedFigure[] {
  const byUnit = new Map<string, CheckedFigure[]>(unitIds.map((id) => [id, []]));
  for (const one of checked) byUnit.get(one.unitId)?.push(one);
  return [...byUnit.values()].flat();
}

function termsOf({ format, cell }: TracedCell, sums: FigureBook): ShownTrace {
  const terms = (getCell(format, cell).terms ?? []).map((term) => ({ cell: term, figure: figureAt(sums, term) }));
  return { kind: 'terms', cell, figure: figureAt(sums, cell), terms };
}

function unitsOf(
  { format, cell, units, year }: TracedCell,
  checked: readonly CheckedFigure[],
  transfers: readonly Transfer[],
): Extract<Trace, { kind: 'units' }> {
  type Books = [Map<CellId, Figure> | null, Map<CellId, Figure> | null, Map<CellId, Figure> | null, Map<CellId, Figure> | null];
  const books = new Map<string, Books>();
  for (const one of checked) {
    let ofUnit = books.get(one.unitId);
    if (!ofUnit) {
      ofUnit = [null, null, null, null];
      books.set(one.unitId, ofUnit);
    }
    const at = one.quarter - 1;
    ofUnit[at] = (ofUnit[at] ?? new Map<CellId, Figure>()).set(one.cell, one.figure);
  }
  const sources = units.map((unit) => ({
    unit: unit.id,
    books: books.get(unit.id) ?? ([null, null, null, null] as const),
    span: spanOf(unit, year) ?? wholeYear,
  }));
  const trace = traceCell(format, cell, sources, transfers);
  if (trace.kind !== 'units') throw new Error(`${cell} is no leaf`);
  return trace;
}
