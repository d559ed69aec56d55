import { type Figure, notApplicable, parseFigure } from '../figures';
import { type CellId, type Format, type GridCell, getCell, type TableLayout } from '../formats';
import { splitRemark } from '../report/notes';
import { type PlacedCell, tableGrid } from '../report/table-grid';

/** A table as any document holds it, spans as in HTML. What a file format calls it ends at the importer. */
export interface NeutralTable {
  rows: readonly (readonly NeutralCell[])[];
}
export interface NeutralCell {
  text: string;
  rowSpan: number;
  colSpan: number;
}

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

type Grid<T> = readonly (readonly (PlacedCell<T> | undefined)[])[];
type Role = 'heading' | 'label' | null;

/**
 * The figures of the statutory tables, found by what their row and column are called, never by where they stand: the row is the
 * path of labels left of the figure (`三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密`), the column the path of heads above it.
 * In table 二 the path ends at the caption of its sub-table.
 *
 * @source the layouts of the format, which hold every label as printed
 */
export function readStatutoryTables(tables: readonly NeutralTable[], format: Format): StatutoryReading {
  const reading: StatutoryReading = { figures: new Map(), remarks: new Map(), missing: [], ambiguous: [] };
  for (const layout of format.tables) {
    const wanted = wantedPaths(layout);
    const places = bestPlaces(tables, layout, wanted);
    for (const [path, cell] of wanted) {
      const texts = places.get(path) ?? [];
      if (texts.length === 0) reading.missing.push(cell);
      else if (texts.length > 1) reading.ambiguous.push(cell);
      else readFigure(reading, format, cell, texts[0] ?? '');
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

function wantedPaths(layout: TableLayout): Map<string, CellId> {
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const paths = new Map<string, CellId>();
  for (const placed of distinct(grid))
    if (placed.cell.cell)
      paths.set(
        pathOf(grid, placed, roleInLayout, (cell) => cell.text ?? ''),
        placed.cell.cell,
      );
  return paths;
}

/** The table that holds most of the layout's figures, as texts by path. */
function bestPlaces(tables: readonly NeutralTable[], layout: TableLayout, wanted: ReadonlyMap<string, CellId>): Map<string, string[]> {
  const roles = rolesByText(layout);
  const roleOf = (cell: NeutralCell): Role => roles.get(normal(cell.text)) ?? null;
  let best = new Map<string, string[]>();
  for (const table of tables) {
    const grid = tableGrid(table.rows);
    const places = new Map<string, string[]>();
    for (const placed of distinct(grid)) {
      if (roleOf(placed.cell) || isAcross(placed, grid)) continue;
      const path = pathOf(grid, placed, roleOf, (cell) => cell.text);
      if (wanted.has(path)) places.set(path, [...(places.get(path) ?? []), placed.cell.text]);
    }
    if (places.size > best.size) best = places;
  }
  return best;
}

/** A line of its own that spans the table is a note below it. */
function isAcross({ row, colSpan }: PlacedCell<NeutralCell>, grid: Grid<NeutralCell>): boolean {
  return colSpan > 1 && colSpan >= (grid[row]?.length ?? 0);
}

function pathOf<T extends GridCell | NeutralCell>(
  grid: Grid<T>,
  place: PlacedCell<T>,
  roleOf: (cell: T) => Role,
  textOf: (cell: T) => string,
): string {
  const left = new Set(grid[place.row]?.slice(0, place.column).filter((other) => other !== undefined && roleOf(other.cell) === 'label'));
  const above = new Set<PlacedCell<T>>();
  for (let row = place.row - 1; row >= 0; row -= 1) {
    const other = grid[row]?.[place.column];
    if (!other || roleOf(other.cell) !== 'heading') continue;
    above.add(other);
    if (normal(textOf(other.cell)).startsWith('第二十条')) break;
  }
  const names = (cells: Iterable<PlacedCell<T> | undefined>): string =>
    [...cells].map((cell) => (cell ? normal(textOf(cell.cell)) : '')).join('/');
  return `${names(left)}|${names(above)}`;
}

function rolesByText(layout: TableLayout): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const row of layout.rows) for (const cell of row.cells) if (cell.text) roles.set(normal(cell.text), roleInLayout(cell));
  return roles;
}

function roleInLayout(cell: GridCell): Role {
  if (cell.role === 'head' || cell.role === 'caption') return 'heading';
  return cell.role === 'label' ? 'label' : null;
}

function distinct<T>(grid: Grid<T>): Set<PlacedCell<T>> {
  return new Set(grid.flat().filter((placed) => placed !== undefined));
}

/** Full and half width, quotation marks and line breaks of a label differ from file to file. */
function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/[“”"]/g, '"');
}
