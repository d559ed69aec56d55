import { type Figure, notApplicable, parseFigure } from '../figures';
import { type CellId, type Format, getCell } from '../formats';
import { splitRemark } from '../report/notes';
import { bestPlaces, type NeutralTable } from './statutory-places';

export interface StatutoryReading {
  /** Cells found and filled in; a cell found empty is absent. */
  figures: Map<CellId, Figure>;
  /** What was printed in brackets behind a figure: `22（其中修订16件）`. */
  remarks: Map<CellId, string>;
  /** Printed cells whose row or column label stands in no table. */
  missing: CellId[];
  /** Cells whose labels stand in the table more than once; none of the places is believed. */
  ambiguous: CellId[];
}

/**
 * The figures of the statutory tables, found by what their row and column are called (`statutory-places.ts`).
 *
 * @source the layouts of the format, which hold every label as printed
 */
export function readStatutoryTables(tables: readonly NeutralTable[], format: Format): StatutoryReading {
  const reading: StatutoryReading = { figures: new Map(), remarks: new Map(), missing: [], ambiguous: [] };
  for (const layout of format.tables) {
    for (const [cell, places] of bestPlaces(tables, layout).places) {
      const [place, ...more] = places;
      if (!place) reading.missing.push(cell);
      else if (more.length > 0) reading.ambiguous.push(cell);
      else readFigure(reading, format, cell, place.cell.text);
    }
  }
  return reading;
}

function readFigure(reading: StatutoryReading, format: Format, id: CellId, raw: string): void {
  const cell = getCell(format, id);
  if (raw.trim() === '不适用') {
    reading.figures.set(id, notApplicable);
    return;
  }
  const behind = splitRemark(raw);
  const parsed = parseFigure(behind?.figure ?? raw, cell);
  if (behind && parsed.kind === 'number') reading.remarks.set(id, behind.remark);
  if (parsed.kind === 'number') reading.figures.set(id, { state: 'number', value: parsed.value, decimals: parsed.decimals });
  else if (parsed.kind === 'unreadable') reading.figures.set(id, { state: 'unreadable', raw });
}
