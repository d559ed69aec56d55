import type { CellId, GridCell, TableLayout } from '../formats';
import { type PlacedCell, tableGrid } from '../report/table-grid';

/** A table as any document holds it, spans as in HTML. What a file format calls it ends at the importer. */
export interface NeutralTable<C extends NeutralCell = NeutralCell> {
  rows: readonly (readonly C[])[];
}
export interface NeutralCell {
  text: string;
  rowSpan: number;
  colSpan: number;
}

/** Where the figures of one layout stand: in which of the tables, and at which of its places; none and several are told apart by whoever asks. */
export interface FoundPlaces<C extends NeutralCell> {
  table: number;
  /** By cell of the layout, in its order. */
  places: Map<CellId, PlacedCell<C>[]>;
  /** How many of the layout's cells were found. */
  found: number;
}

type Grid<T> = readonly (readonly (PlacedCell<T> | undefined)[])[];
type Role = 'heading' | 'label' | null;

/**
 * The places of a layout's figures in the table that holds most of them, found by what their row and column are called, never by where they
 * stand: the row is the path of labels left of the figure (`三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密`), the column the path of heads
 * above it. In table 二 the path ends at the caption of its sub-table.
 */
export function bestPlaces<C extends NeutralCell>(tables: readonly NeutralTable<C>[], layout: TableLayout): FoundPlaces<C> {
  const none: FoundPlaces<C> = { table: -1, places: new Map(wantedPaths(layout).map(({ cell }) => [cell, []])), found: 0 };
  return placesIn(tables, layout, () => true).reduce((best, one) => (one.found > best.found ? one : best), none);
}

/**
 * The same for each table by itself: a copied sheet has a layout as fully as the first. A table with hardly any of its titles is not looked into,
 * which of a workbook is every sheet but one.
 */
export function placesInEach<C extends NeutralCell>(tables: readonly NeutralTable<C>[], layout: TableLayout): FoundPlaces<C>[] {
  return placesIn(tables, layout, isLike);
}

function placesIn<C extends NeutralCell>(
  tables: readonly NeutralTable<C>[],
  layout: TableLayout,
  isWorthIt: (table: NeutralTable, titles: ReadonlyMap<string, Role>) => boolean,
): FoundPlaces<C>[] {
  const wanted = wantedPaths(layout);
  const roles = rolesByText(layout);
  const roleOf = (cell: NeutralCell): Role => roles.get(normal(cell.text)) ?? null;
  return tables.map((one, table) => {
    const byPath = isWorthIt(one, roles) ? pathsIn(tableGrid(one.rows), roleOf, (cell) => cell.text) : new Map<string, PlacedCell<C>[]>();
    const places = new Map(wanted.map(({ cell, path }) => [cell, ownPlaces(cell, path, wanted, byPath.get(path) ?? [])]));
    return { table, places, found: [...places.values()].filter((some) => some.length > 0).length };
  });
}

function isLike({ rows }: NeutralTable, titles: ReadonlyMap<string, Role>): boolean {
  const there = new Set(rows.flatMap((row) => row.map((cell) => normal(cell.text))).filter((text) => titles.has(text)));
  return there.size * 4 >= titles.size;
}

/** Two indicators may have one name: where as many rows as there are of them have it, they are told apart by their order. */
function ownPlaces<T>(cell: CellId, path: string, wanted: readonly { path: string; cell: CellId }[], places: readonly T[]): T[] {
  const alike = wanted.filter((one) => one.path === path);
  return alike.length > 1 && places.length === alike.length
    ? places.slice(
        alike.findIndex((one) => one.cell === cell),
        alike.findIndex((one) => one.cell === cell) + 1,
      )
    : [...places];
}

function wantedPaths(layout: TableLayout): { path: string; cell: CellId }[] {
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  return [...pathsIn(grid, roleInLayout, (cell) => cell.text ?? '')].flatMap(([path, places]) =>
    places.flatMap(({ cell }) => (cell.cell ? [{ path, cell: cell.cell }] : [])),
  );
}

/** A line of its own that spans the table is a note below it. */
function isAcross<T>({ row, colSpan }: PlacedCell<T>, grid: Grid<T>): boolean {
  return colSpan > 1 && colSpan >= (grid[row]?.length ?? 0);
}

/** The cells that are no titles, by the titles left of them and above them; gone through from above, each title is met once. */
function pathsIn<T extends GridCell | NeutralCell>(
  grid: Grid<T>,
  roleOf: (cell: T) => Role,
  textOf: (cell: T) => string,
): Map<string, PlacedCell<T>[]> {
  const paths = new Map<string, PlacedCell<T>[]>();
  const roles = new Map<PlacedCell<T>, { role: Role; text: string }>();
  const said = (placed: PlacedCell<T>) => {
    const known = roles.get(placed) ?? { role: roleOf(placed.cell), text: normal(textOf(placed.cell)) };
    roles.set(placed, known);
    return known;
  };
  /** By column, the nearest heading first; nothing above the caption of a sub-table counts. */
  const above: PlacedCell<T>[][] = [];
  const namesOf = (cells: readonly PlacedCell<T>[]) => cells.map((cell) => said(cell).text).join('/');
  for (const [row, places] of grid.entries()) {
    const left: PlacedCell<T>[] = [];
    for (const [column, placed] of places.entries()) {
      if (!placed) continue;
      const { role } = said(placed);
      if (role === 'label' && left.at(-1) !== placed) left.push(placed);
      const isStart = placed.row === row && placed.column === column;
      if (role !== null || !isStart || isAcross(placed, grid)) continue;
      const path = `${namesOf(left)}|${namesOf(above[column] ?? [])}`;
      paths.set(path, [...(paths.get(path) ?? []), placed]);
    }
    for (const [column, placed] of places.entries()) {
      if (!placed || said(placed).role !== 'heading' || above[column]?.[0] === placed) continue;
      above[column] = [placed, ...(said(placed).text.startsWith('第二十条') ? [] : (above[column] ?? []))];
    }
  }
  return paths;
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

/** Full and half width, quotation marks and line breaks of a label differ from file to file. */
function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/[“”"]/g, '"');
}
