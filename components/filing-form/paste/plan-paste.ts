import { parseFigure } from '@/server/domain/figures';
import type { Cell, CellId, Format } from '@/server/domain/formats';
import type { GridMap } from '../grid/grid-map';
import { type Aimed, byTitle } from './by-title';
import type { PastedBlock } from './pasted-block';

export interface PasteTarget {
  format: Format;
  map: GridMap;
  /** Where the block's upper left corner goes when its rows are not named. */
  from: CellId;
  /** What stands in a cell now, as typed. */
  textAt: (cell: CellId) => string;
}

/** What a paste would do, cell by cell; nothing has been done yet. */
export interface PastePlan {
  by: 'title' | 'position' | 'range';
  write: readonly PastedCell[];
  /** `—`, `/`, `无`: not filled, unless the person says that they stand for 0. */
  blankMarks: readonly PastedCell[];
  unreadable: readonly PastedCell[];
  unchanged: readonly CellId[];
  /** Computed or carried in: never pasted over. */
  readOnly: readonly CellId[];
  /** Texts that fall outside the table, on a label, on a place that has had its text (a merged cell, a title twice), or in a row with a title the table does not have. */
  outside: number;
}

export interface PastedCell {
  cell: CellId;
  text: string;
}

export const maxWithoutAsking = 20;

/** Shown first when the shape does not fit, when more than 20 cells change, or when anything would be left out. */
export function needsDryRun(plan: PastePlan): boolean {
  return plan.write.length > maxWithoutAsking || plan.blankMarks.length + plan.unreadable.length + plan.outside + plan.readOnly.length > 0;
}

/** One text into every cell of a range, as in a spreadsheet. */
export function planFill(text: string, cells: readonly CellId[], target: Pick<PasteTarget, 'format' | 'textAt'>): PastePlan {
  return sortOut(
    cells.map((cell) => ({ cell, text })),
    'range',
    target,
  );
}

/** A block with the table's own titles goes where they say; any other goes to where the focus is. */
export function planPaste(block: PastedBlock, target: PasteTarget): PastePlan {
  const titled = byTitle(block, target.map, (cell) => target.format.cells.get(cell)?.addsUp === 'computed');
  return titled ? sortOut(titled, 'title', target) : sortOut(byPosition(block, target), 'position', target);
}

function byPosition(block: PastedBlock, { map, from }: PasteTarget): Aimed {
  const start = map.placeOf(from) ?? { row: 0, column: 0 };
  return block.flatMap((line, row) =>
    line.flatMap((text, column) => (text === null ? [] : [{ cell: map.cellAt(start.row + row, start.column + column), text }])),
  );
}

function sortOut(aimed: Aimed, by: PastePlan['by'], { format, textAt }: Pick<PasteTarget, 'format' | 'textAt'>): PastePlan {
  const plan = { write: [], blankMarks: [], unreadable: [], unchanged: [], readOnly: [], outside: 0 } as {
    [K in 'write' | 'blankMarks' | 'unreadable']: PastedCell[];
  } & { unchanged: CellId[]; readOnly: CellId[]; outside: number };
  const taken = new Set<CellId>();
  for (const { cell: id, text } of aimed) {
    if (text === '') continue;
    const cell = id === null || taken.has(id) ? undefined : format.cells.get(id);
    if (cell) taken.add(cell.id);
    if (!cell) plan.outside += 1;
    else if (isReadOnly(cell)) plan.readOnly.push(cell.id);
    else if (text === textAt(cell.id)) plan.unchanged.push(cell.id);
    else listFor(plan, cell, text).push({ cell: cell.id, text });
  }
  return { by, ...plan };
}

function listFor(lists: Record<'write' | 'blankMarks' | 'unreadable', PastedCell[]>, cell: Cell, text: string): PastedCell[] {
  const parsed = parseFigure(text, cell);
  if (parsed.kind === 'number' || text === '不适用') return lists.write;
  return parsed.kind === 'unreadable' && parsed.reason === 'blank_mark' ? lists.blankMarks : lists.unreadable;
}

export function isReadOnly(cell: Pick<Cell, 'addsUp'>): boolean {
  return cell.addsUp === 'computed' || cell.addsUp === 'opening';
}
