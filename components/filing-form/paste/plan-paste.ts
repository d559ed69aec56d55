import { asPasted, type Figure, figureAt, figureOfText, parseFigure, printFigure, withComputed } from '@/server/domain/figures';
import type { Cell, CellId, Format } from '@/server/domain/formats';
import type { HiddenLine } from '../../clipboard/copied-tables';
import type { GridMap } from '../grid/grid-map';
import { isReadOnly } from '../grid/read-only';
import { type Aimed, byTitle } from './by-title';
import type { CopiedBlock } from './copied-block';
import type { PastedBlock } from './pasted-block';

export interface PasteTarget {
  format: Format;
  map: GridMap;
  /** Where the block's upper left corner goes when its rows are not named. */
  from: CellId;
  /** What stands in a cell now, as typed. */
  textAt: (cell: CellId) => string;
  /** The figures of the form as they count now, what is carried and computed among them. */
  figures?: ReadonlyMap<CellId, Figure>;
}

/** What a paste would do, cell by cell; nothing has been done yet. */
export interface PastePlan {
  /** no_table: several tables were copied, and none has the titles of this one. */
  by: 'title' | 'position' | 'range' | 'no_table';
  write: readonly PastedCell[];
  /** A break, a doubtful blank or a footnote mark came with the figure: written as it was copied, unreadable, for its person to settle in the cell. */
  doubtful: readonly PastedCell[];
  /** `—`, `/`, `无`: not filled, unless the person says that they stand for 0. */
  blankMarks: readonly PastedCell[];
  unreadable: readonly PastedCell[];
  unchanged: readonly CellId[];
  /** Computed or carried in: never pasted over. */
  readOnly: readonly CellId[];
  /** What the block says of those cells, where the form, with the block in it, says something else. */
  contradictions: readonly Contradiction[];
  /**
   * A block without titles that contradicts the form: it stands a row or a column from where it belongs, or does not add up. Nothing of it may be
   * written.
   */
  isStopped: boolean;
  /** Texts that fall outside the table, on a label, on a place that has had its text (a merged cell, a title twice), or in a row with a title the table does not have. */
  outside: number;
  /** What the source hides, by its titles: left out. */
  hidden: Hidden;
  /** How many tables were copied. */
  tables: number;
}

export interface Hidden {
  rows: readonly HiddenLine[];
  columns: readonly HiddenLine[];
}

export interface PastedCell {
  cell: CellId;
  text: string;
  /** What was struck out in the source, and is left out. */
  struck?: string;
}

export interface Contradiction {
  cell: CellId;
  /** In the block. */
  text: string;
  /** In the form. */
  now: string;
}

export const maxWithoutAsking = 20;

/** Shown first when the shape does not fit, when more than 20 cells change, or when anything that was seen would be left out or cannot be read. */
export function needsDryRun(plan: PastePlan): boolean {
  const open = [plan.doubtful, plan.blankMarks, plan.unreadable, plan.readOnly];
  const left = plan.outside + open.reduce((sum, some) => sum + some.length, 0);
  return plan.write.length > maxWithoutAsking || left > 0 || plan.tables > 1;
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
  const titled = aimedByTitle(block, target);
  return titled ? sortOut(titled, 'title', target) : sortOut(byPosition(block, target), 'position', target);
}

/**
 * What was copied, into a table of the form. Of several tables (a document copied whole, a table laid out round the data) it is the innermost one
 * whose titles fit, and of several such the one that fills most; where none fits, no place in the form is better than another.
 */
export function planCopied(copied: readonly CopiedBlock[], target: PasteTarget): PastePlan {
  const all = copied.flatMap(withInside);
  const [only] = all;
  if (only && all.length === 1) return withSource(planPaste(only.block, target), only, 1, target);
  const fits = new Map(all.flatMap((one) => sizeOf(aimedByTitle(one.block, target), one)));
  const innermost = [...fits.keys()].filter((one) => !one.inside.flatMap(withInside).some((inner) => fits.has(inner)));
  const best = innermost.reduce<CopiedBlock | null>((a, b) => (a && (fits.get(a) ?? 0) >= (fits.get(b) ?? 0) ? a : b), null);
  if (!best) return { ...sortOut([], 'no_table', target), tables: all.length };
  return withSource(planPaste(best.block, target), best, all.length, target);
}

function withInside(copied: CopiedBlock): CopiedBlock[] {
  return [copied, ...copied.inside.flatMap(withInside)];
}

/** How many figures a table fills by its titles. One of which most has no place here is another table that shares a title, 其他 or 总计. */
function sizeOf(aimed: Aimed | null, copied: CopiedBlock): [CopiedBlock, number][] {
  const texts = (aimed ?? []).filter((one) => one.text !== '');
  const filled = new Set(texts.flatMap((one) => one.cell ?? [])).size;
  return filled > 0 && filled * 2 >= texts.length ? [[copied, filled]] : [];
}

function withSource(plan: PastePlan, copied: CopiedBlock, tables: number, target: PasteTarget): PastePlan {
  const aimed = plan.by === 'title' ? (aimedByTitle(copied.block, target) ?? []) : byPosition(copied.block, target);
  const struck = new Map<CellId, string>();
  for (const { cell, row, column } of aimed) {
    const words = row === undefined || column === undefined ? undefined : copied.struckAt(row, column);
    if (cell !== null && words !== undefined && !struck.has(cell)) struck.set(cell, words);
  }
  const said = (cells: readonly PastedCell[]) =>
    cells.map((one) => (struck.has(one.cell) ? { ...one, struck: struck.get(one.cell) as string } : one));
  const hidden = { rows: copied.hiddenRows, columns: copied.hiddenColumns };
  return { ...plan, write: said(plan.write), doubtful: said(plan.doubtful), hidden, tables };
}

function aimedByTitle(block: PastedBlock, { map, format }: PasteTarget): Aimed | null {
  return byTitle(block, map, (cell) => format.cells.get(cell)?.addsUp === 'computed');
}

function byPosition(block: PastedBlock, { map, from }: PasteTarget): Aimed {
  const start = map.placeOf(from) ?? { row: 0, column: 0 };
  return block.flatMap((line, row) =>
    line.flatMap((text, column) =>
      text === null ? [] : [{ cell: map.cellAt(start.row + row, start.column + column), text, row, column }],
    ),
  );
}

type Lists = Record<'write' | 'doubtful' | 'blankMarks' | 'unreadable', PastedCell[]>;

function sortOut(aimed: Aimed, by: PastePlan['by'], target: Pick<PasteTarget, 'format' | 'textAt' | 'figures'>): PastePlan {
  const { format, textAt } = target;
  const lists: Lists = { write: [], doubtful: [], blankMarks: [], unreadable: [] };
  const unchanged: CellId[] = [];
  const said: PastedCell[] = [];
  let outside = 0;
  const taken = new Set<CellId>();
  for (const { cell: id, text: copied } of aimed) {
    if (copied === '') continue;
    const text = asPasted(copied);
    const cell = id === null || taken.has(id) ? undefined : format.cells.get(id);
    if (cell) taken.add(cell.id);
    if (!cell) outside += 1;
    else if (isReadOnly(cell)) said.push({ cell: cell.id, text });
    else if (text === textAt(cell.id)) unchanged.push(cell.id);
    else listFor(lists, cell, text).push({ cell: cell.id, text });
  }
  const contradictions = contradictionsOf(said, lists, target);
  return {
    by,
    ...lists,
    unchanged,
    readOnly: said.map((one) => one.cell),
    contradictions,
    isStopped: by === 'position' && contradictions.length > 0,
    outside,
    hidden: { rows: [], columns: [] },
    tables: 1,
  };
}

function listFor(lists: Lists, cell: Cell, text: string): PastedCell[] {
  const parsed = parseFigure(text, cell);
  if (parsed.kind === 'number' || text === '不适用') return lists.write;
  if (parsed.kind !== 'unreadable') return lists.unreadable;
  if (parsed.reason === 'blank_mark') return lists.blankMarks;
  return /^(?:broken|pasted_blank|footnote_mark)$/.test(parsed.reason) ? lists.doubtful : lists.unreadable;
}

/** Only numbers contradict each other: a total that is not known yet says nothing. */
function contradictionsOf(
  said: readonly PastedCell[],
  { write, doubtful, blankMarks, unreadable }: Lists,
  { format, figures }: Pick<PasteTarget, 'format' | 'figures'>,
): Contradiction[] {
  if (!figures || said.length === 0) return [];
  const book = new Map(figures);
  for (const { cell: id, text } of [...write, ...doubtful, ...blankMarks, ...unreadable]) {
    const cell = format.cells.get(id);
    if (cell) book.set(id, figureOfText(text, cell).figure);
  }
  const then = withComputed(format, book);
  return said.flatMap(({ cell: id, text }) => {
    const cell = format.cells.get(id);
    const own = cell && parseFigure(text, cell);
    const figure = figureAt(then, id);
    if (!cell || own?.kind !== 'number' || figure.state !== 'number' || figure.value === own.value) return [];
    return [{ cell: id, text, now: printFigure(figure, cell) }];
  });
}
