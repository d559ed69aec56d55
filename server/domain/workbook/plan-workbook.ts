import { contentHash } from '../audit';
import {
  asPasted,
  type Figure,
  type FigureBook,
  figureAt,
  figureOfText,
  sameFigure,
  type UnreadableReason,
  withComputed,
} from '../figures';
import { type Cell, type CellId, cellName, type Format, type TableLayout } from '../formats';
import { placesInEach } from '../reading/statutory-places';
import type { PlacedCell } from '../report/table-grid';
import type { DeclarableSection } from '../workflow';
import { plainEnds, shownText } from './shown-text';
import type { WorkbookMark } from './workbook-mark';
import type { SheetCell, SheetFault, WorkbookSheet } from './workbook-sheet';

/** A quarter as it stands, with what a workbook is held against. */
export interface Standing {
  format: Format;
  /** Every leaf as it counts, and every computed cell. */
  figures: FigureBook;
  /** By cell that was ever stored; blank: as nothing now. */
  stored: ReadonlyMap<CellId, { version: number; isBlank: boolean }>;
  declared: ReadonlySet<DeclarableSection>;
}

/** A cell, and where a person finds it in the workbook. */
export interface Place {
  cell: CellId;
  name: string;
  sheet: string;
  at: string;
}

/** clear: the cell of the workbook is blank where a text stood. It is done when its person says so, else what stands there stays. */
export interface PlannedChange extends Place {
  kind: 'set' | 'clear';
  before: string;
  after: string;
}

/** Saved by somebody since the workbook was made, and changed in the workbook: its person decides. */
export interface PlannedConflict extends Place {
  /** When the workbook was made; in the form now; in the workbook. */
  was: string;
  now: string;
  after: string;
}

/** What cannot be brought in. Any of them stops the whole. `name` is the cell's or the table's; null: of the workbook. */
export interface WorkbookProblem {
  sheet: string | null;
  at: string | null;
  name: string | null;
  what:
    | { kind: 'unreadable'; reason: UnreadableReason; text: string; suggestion: string | null }
    | { kind: SheetFault; text: string }
    | { kind: 'missing' | 'no_table' | 'unknown_cell' }
    | { kind: 'twice' | 'two_tables'; places: string[] };
}

/** What is told and stops nothing. */
export type WorkbookNote =
  | (Place & { kind: 'formula'; formula: string; text: string })
  /** A total or a carried figure of the workbook that is not what the form would have. */
  | (Place & { kind: 'computed' | 'opening'; text: string; now: string })
  | { kind: 'declaration'; section: DeclarableSection };

/** What bringing a workbook in would do; nothing has been done yet. */
export interface WorkbookPlan {
  changes: PlannedChange[];
  conflicts: PlannedConflict[];
  problems: WorkbookProblem[];
  notes: WorkbookNote[];
  unchanged: number;
  /** Of all that is decided on: an act is bound to it. */
  hash: string;
}

/** The longest text a cell keeps. */
const maxKept = 200;

/**
 * What a workbook says against what stands in the quarter. Its figures are found by the titles of their rows and columns, read as the form
 * reads what is typed, and held against what stood in each cell when the workbook was made: only what differs from that was changed in it.
 */
export function planWorkbook(mark: WorkbookMark, sheets: readonly WorkbookSheet[], standing: Standing): WorkbookPlan {
  const plan: Omit<WorkbookPlan, 'hash'> = { changes: [], conflicts: [], problems: [], notes: [], unchanged: 0 };
  const found = findCells(mark, sheets, standing.format, plan.problems);
  for (const [id, { version, text }] of mark.cells) {
    const cell = standing.format.cells.get(id);
    const place = found.get(id);
    if (!cell) plan.problems.push({ sheet: null, at: null, name: id, what: { kind: 'unknown_cell' } });
    else if (place) planCell(plan, { cell, place, was: { version, text }, standing });
  }
  plan.notes.push(...lapsing(plan, standing), ...otherwiseReckoned(plan, found, standing));
  return { ...plan, hash: hashOf(plan, standing) };
}

interface FoundCell {
  sheet: string;
  source: SheetCell;
}

/** Every cell that is filled in, once; what is not there, or there twice, is a problem by name. Totals and openings are looked at where they are. */
function findCells(
  mark: WorkbookMark,
  sheets: readonly WorkbookSheet[],
  format: Format,
  problems: WorkbookProblem[],
): Map<CellId, FoundCell> {
  const found = new Map<CellId, FoundCell>();
  const shown = sheets.filter((sheet) => !sheet.isHidden);
  for (const layout of [...format.tables, ...format.entryTables]) {
    const wanted = cellsOf(layout).filter((cell) => mark.cells.has(cell));
    if (wanted.length === 0) continue;
    const each = placesInEach(shown, layout).filter((one) => one.found * 2 > cellsOf(layout).length);
    const [only] = each;
    if (!only || each.length > 1) {
      const places = each.map(({ table }) => shown[table]?.name ?? '');
      problems.push({
        sheet: null,
        at: null,
        name: layout.title,
        what: only ? { kind: 'two_tables', places } : { kind: 'no_table' },
      });
      continue;
    }
    const sheet = shown[only.table]?.name ?? '';
    for (const [id, places] of only.places) takePlace(found, problems, { id, places, sheet, isWanted: mark.cells.has(id), format });
  }
  return found;
}

function takePlace(
  found: Map<CellId, FoundCell>,
  problems: WorkbookProblem[],
  one: { id: CellId; places: readonly PlacedCell<SheetCell>[]; sheet: string; isWanted: boolean; format: Format },
): void {
  const { id, places, sheet, isWanted, format } = one;
  const [first, ...more] = places;
  if (first && more.length === 0) found.set(id, { sheet, source: first.cell });
  else if (isWanted) {
    const cell = format.cells.get(id);
    const what = first ? { kind: 'twice' as const, places: places.map((place) => place.cell.at) } : { kind: 'missing' as const };
    problems.push({ sheet, at: first?.cell.at ?? null, name: cell ? cellName(cell) : id, what });
  }
}

function cellsOf(layout: TableLayout): CellId[] {
  return layout.rows.flatMap((row) => row.cells.flatMap((cell) => cell.cell ?? []));
}

interface CellAsked {
  cell: Cell;
  place: FoundCell;
  was: { version: number; text: string };
  standing: Standing;
}

function planCell(plan: Omit<WorkbookPlan, 'hash'>, { cell, place: { sheet, source }, was, standing }: CellAsked): void {
  const place = { cell: cell.id, name: cellName(cell), sheet, at: source.at };
  const problem = (what: WorkbookProblem['what']) => plan.problems.push({ sheet, at: source.at, name: place.name, what });
  if (source.fault) {
    problem({ kind: source.fault, text: source.text });
    return;
  }
  const text = plainEnds(source.text);
  if (source.formula !== null) plan.notes.push({ ...place, kind: 'formula', formula: source.formula, text });
  const now = shownText(figureAt(standing.figures, cell.id), cell);
  const stored = standing.stored.get(cell.id) ?? { version: 0, isBlank: true };
  // 不适用 and 0 that nobody typed follow from the unit's powers and from 本期无: there is nothing to clear.
  const isSame =
    (text === '' && stored.isBlank) || saysSame(text, was.text, source.isNumber, cell) || saysSame(text, now, source.isNumber, cell);
  if (isSame) {
    plan.unchanged += 1;
    return;
  }
  const unreadable = reasonOf(text, cell);
  if (unreadable) problem({ kind: 'unreadable', text, ...unreadable });
  else if (stored.version !== was.version) plan.conflicts.push({ ...place, was: was.text, now, after: text });
  else plan.changes.push({ ...place, kind: text === '' ? 'clear' : 'set', before: now, after: text });
}

/** A number of a sheet has lost how many of its decimals were printed: there the value alone speaks. */
function saysSame(text: string, other: string, isNumber: boolean, cell: Cell): boolean {
  if (text === other) return true;
  const [a, b] = [figureOfText(text, cell).figure, figureOfText(other, cell).figure];
  return (
    (a.state === 'number' && b.state === 'number' && isNumber && a.value === b.value) || (a.state !== 'unreadable' && sameFigure(a, b))
  );
}

/** A text comes as a paste does: a blank between its figures is none that anybody typed. */
function reasonOf(text: string, cell: Cell): { reason: UnreadableReason; suggestion: string | null } | null {
  if (text.length > maxKept) return { reason: 'not_a_number', suggestion: null };
  const { figure, parsed } = figureOfText(asPasted(text), cell);
  if (figure.state !== 'unreadable' || parsed.kind !== 'unreadable') return null;
  return { reason: parsed.reason, suggestion: parsed.suggestion ?? null };
}

/** 本期无 of a section ends with the first figure that is brought into it, as when it is typed. */
function lapsing({ changes, conflicts }: Pick<WorkbookPlan, 'changes' | 'conflicts'>, { format, declared }: Standing): WorkbookNote[] {
  const touched = new Set(
    [...changes, ...conflicts].flatMap(({ cell, after }) => (after === '' ? [] : (format.cells.get(cell)?.section ?? []))),
  );
  return [...declared].filter((section) => touched.has(section)).map((section) => ({ kind: 'declaration', section }));
}

/** Totals and carried figures that the workbook has otherwise than the form would have them: somebody has typed over a locked cell. */
function otherwiseReckoned(
  { changes }: Pick<WorkbookPlan, 'changes'>,
  found: ReadonlyMap<CellId, FoundCell>,
  { format, figures }: Standing,
): WorkbookNote[] {
  const book = new Map<CellId, Figure>(figures);
  for (const { cell: id, after } of changes) {
    const cell = format.cells.get(id);
    if (cell) book.set(id, figureOfText(after, cell).figure);
  }
  const then = withComputed(format, book);
  return [...found].flatMap(([id, { sheet, source }]): WorkbookNote[] => {
    const cell = format.cells.get(id);
    // A formula may be older than its cells: what reckons it anew is the program that opens it, or nobody.
    if (!cell || (cell.addsUp !== 'computed' && cell.addsUp !== 'opening') || source.fault || source.formula !== null) return [];
    const [own, now] = [figureOfText(plainEnds(source.text), cell).figure, figureAt(then, id)];
    if (own.state !== 'number' || now.state !== 'number' || own.value === now.value) return [];
    const kind = cell.addsUp;
    return [{ cell: id, name: cellName(cell), sheet, at: source.at, kind, text: plainEnds(source.text), now: shownText(now, cell) }];
  });
}

function hashOf({ changes, conflicts, problems }: Omit<WorkbookPlan, 'hash'>, { stored, declared }: Standing): string {
  const versionOf = ({ cell }: Place) => stored.get(cell)?.version ?? 0;
  return contentHash({
    changes: changes.map((one) => [one.cell, one.after, versionOf(one)]),
    conflicts: conflicts.map((one) => [one.cell, one.after, versionOf(one)]),
    problems: problems.length,
    declared: [...declared].sort(),
  });
}
