import { type Figure, type FigureBook, figureAt, isFilled, notFilled, numberAt, withComputed } from '../figures';
import { type CellId, type Format, leafCells } from '../formats';
import type { Quarter } from '../periods';
import { addFigures } from './add-figures';
import { wasAsked } from './roll-up-year';

/** A unit of the whole; `figures` is null while it has no approved figures for the period. */
export interface UnitBook {
  unit: string;
  figures: FigureBook | null;
  /** Levels that wait for a quarter of the unit to be approved: nothing is added for them, and a level that every unit waits for is not known. */
  waiting?: ReadonlySet<CellId>;
}

/**
 * A balance handed over within the year because a unit was merged or renamed: it closes in the predecessor and opens in the
 * successor. `cell` is the successor's opening cell, e.g. `s3.carried_in.natural_person`; `value` is positive.
 */
export interface Transfer {
  fromUnit: string;
  toUnit: string;
  cell: CellId;
  value: number;
  /** The quarter it opens in. A successor that existed before has opened its year without it. */
  quarter: Quarter;
}

export interface UnitsRollUp {
  figures: Map<CellId, Figure>;
  /** "filed of all": 47 of 50. */
  filed: number;
  of: number;
  /** Units without approved figures, by name. They are left out of the sums; the whole is then partial. */
  missingUnits: string[];
  /** Cells that are not known because these units, which did file, do not know them. */
  gaps: { cell: CellId; units: string[] }[];
  /** Transfers that were left out of the opening, and of the closing that was handed over. */
  leftOut: Transfer[];
  /** Transfers with one end outside this whole or not filed: nothing is counted twice, so nothing is left out. */
  kept: Transfer[];
}

/**
 * Units to a whole: every leaf is summed, openings and closings too, and computed cells are recomputed. A local indicator is
 * summed over the units that were asked; one that is not added over units is known of the whole only when one unit was asked.
 *
 * A transfer would be counted twice: the handed-over requests stand in the predecessor's last closing and again in the
 * successor's opening, though they neither were there on 1 January twice nor are open on 31 December twice. Both ends
 * are left out, so opening + new = answered + closing holds for the whole whenever it holds for each unit.
 * This is for the books of a year; between two quarters a handed-over balance is in one unit only.
 *
 * @source 国办公开办函〔2021〕30号 二(二): the report of the government at a level sums departments and towns
 */
export function rollUpUnits(format: Format, units: readonly UnitBook[], transfers: readonly Transfer[] = []): UnitsRollUp {
  const filed = units.filter((unit): unit is FiledUnit => unit.figures !== null);
  const leaves = new Map<CellId, Figure>();
  const gaps: UnitsRollUp['gaps'] = [];
  for (const cell of leafCells(format)) {
    const asked = filed.filter((unit) => wasAsked(cell, unit.figures) && !unit.waiting?.has(cell.id));
    if (cell.local?.overUnits === 'none' && asked.length > 1) {
      leaves.set(cell.id, notFilled);
      continue;
    }
    const sum = addFigures(asked.map((unit) => figureAt(unit.figures, cell.id)));
    if (isFilled(sum)) leaves.set(cell.id, sum);
    else if (asked.length > 0) {
      if (cell.local) leaves.set(cell.id, notFilled);
      gaps.push({ cell: cell.id, units: whoLacks(asked, cell.id) });
    }
  }
  const names = new Set(filed.map((unit) => unit.unit));
  const isInside = (transfer: Transfer) => names.has(transfer.fromUnit) && names.has(transfer.toUnit);
  const leftOut = transfers.filter(isInside);
  for (const transfer of leftOut) {
    leaveOut(leaves, transfer.cell, transfer.value);
    leaveOut(leaves, format.cells.get(transfer.cell)?.opensFrom, transfer.value);
  }
  return {
    figures: withComputed(format, leaves),
    filed: filed.length,
    of: units.length,
    missingUnits: units.filter((unit) => unit.figures === null).map((unit) => unit.unit),
    gaps,
    leftOut,
    kept: transfers.filter((transfer) => !isInside(transfer)),
  };
}

type FiledUnit = UnitBook & { figures: FigureBook };

function whoLacks(filed: readonly FiledUnit[], cell: CellId): string[] {
  return filed.filter((unit) => numberAt(unit.figures, cell) === null).map((unit) => unit.unit);
}

function leaveOut(leaves: Map<CellId, Figure>, cell: CellId | undefined, value: number): void {
  const figure = cell === undefined ? undefined : leaves.get(cell);
  if (cell !== undefined && figure?.state === 'number') leaves.set(cell, { ...figure, value: figure.value - value });
}
