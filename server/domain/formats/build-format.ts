import type { Cell, CellId, Format, TableLayout } from './format';

interface Parts extends Omit<Format, 'tables' | 'entryTables' | 'cells'> {
  printed: readonly { layout: TableLayout; cells: readonly Cell[] }[];
  entry: readonly { layout: TableLayout; cells: readonly Cell[] }[];
  internals: readonly { rows: TableLayout['rows']; cells: readonly Cell[] }[];
}

/** Puts the tables of a format together. @throws Error when two cells claim one id */
export function buildFormat({ printed, entry, internals, ...head }: Parts): Format {
  const cells = new Map<CellId, Cell>();
  for (const part of [...printed, ...entry, ...internals])
    for (const cell of part.cells) {
      if (cells.has(cell.id)) throw new Error(`format ${head.id}: two cells are called ${cell.id}`);
      cells.set(cell.id, cell);
    }
  const internal: TableLayout = {
    id: 'internal',
    section: '4',
    title: '核对项（不印发）',
    columnTwips: [3000, 3000, 3000],
    rows: internals.flatMap((part) => part.rows),
  };
  return { ...head, tables: printed.map((part) => part.layout), entryTables: [...entry.map((part) => part.layout), internal], cells };
}
