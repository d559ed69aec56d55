/**
 * The statutory form of a range of years, as data.
 *
 * A format is a list of tables. A table is the grid that is printed: rows of grid cells with spans, some of which hold
 * a figure. Everything else (the entry form, the Word file, the checks, the roll-up, reading a published report back)
 * is drawn from it, so that a label exists once.
 */
export type FormatId = '2021' | '2019';

/** Which rows （六）其他处理 has: three (2021) or one (2019; seen in 2021 reports too). Belongs to a report, not to a format. */
export type RowVariant = 'other_three' | 'other_single';

/** A stable address without a year, e.g. `s3.granted.natural_person`. */
export type CellId = string;

/**
 * How a figure adds up over the quarters of a year.
 * flow: the quarters are summed. opening: the level on 1 January, the first quarter's stands.
 * closing: the level on 31 December, the latest quarter's stands. computed: never typed, recomputed from its terms.
 */
export type AddsUp = 'flow' | 'opening' | 'closing' | 'computed';

/** count: an integer. ten_thousand_yuan, yuan: stored as an integer of 分 with the printed decimals beside it. */
export type Quantity = 'count' | 'ten_thousand_yuan' | 'yuan';

/** What a unit is empowered to do (职权). A cell outside a unit's powers is 不适用 by default. */
export type Power = 'regulations' | 'licensing' | 'penalty' | 'coercion' | 'fees';
export const powers = ['regulations', 'licensing', 'penalty', 'coercion', 'fees'] as const satisfies readonly Power[];

/** x: 自设指标, a section of the entry form only. */
export type SectionKey = '2' | '3' | '4' | '6' | 'x';
export type TableId = 't2' | 't3' | 't4' | 'internal' | 'fee' | 'indicators';

export interface Cell {
  id: CellId;
  section: SectionKey;
  table: TableId;
  /** Row and column as read aloud, with their group: `（三）不予公开 1.属于国家秘密`, `自然人`. */
  rowLabel: string;
  columnLabel: string;
  addsUp: AddsUp;
  quantity: Quantity;
  /** The printed unit: 件, 项, 万元, 元. */
  measuredIn: string;
  /** A computed cell is the sum of these cells. */
  terms?: readonly CellId[];
  /** An opening cell takes over this closing cell of the period before. */
  opensFrom?: CellId;
  /** Only the 2019 本年增/减 cells. */
  mayBeNegative?: boolean;
  power?: Power;
  /** False for the cells that only serve the quarter rules and never reach paper. */
  isPrinted: boolean;
  /** Only the cells of local indicators, which are asked of some units and of some quarters. */
  local?: LocalRules;
  /** What it counts, in one sentence for the person who fills it in. */
  definition: string;
  /** The clause behind it. */
  source: string;
}

export interface LocalRules {
  /** none: never added over units (a rate, a rank); each unit's figure stands for itself. */
  overUnits: 'sum' | 'none';
  /** about: 约 may stand before the figure, and is printed before it. */
  exactness: 'exact' | 'about';
}

export interface GridCell {
  role: 'caption' | 'head' | 'note' | 'label' | 'figure';
  text?: string;
  cell?: CellId;
  rowSpan?: number;
  colSpan?: number;
}

export interface GridRow {
  /** Head rows are repeated on each page. */
  isHead: boolean;
  cells: readonly GridCell[];
}

export interface TableLayout {
  id: TableId;
  section: SectionKey;
  /** Accessible name and caption of the entry form. */
  title: string;
  /** Widths of the blank official Word template, in twips (1/20 pt); the writers scale them. */
  columnTwips: readonly number[];
  rows: readonly GridRow[];
}

export type ChapterKey = '1' | '2' | '3' | '4' | '5' | '6';
/** The chapters of a report that are prose. */
export type TextKey = 'preamble' | '1' | '5' | '6';
export const textKeys = ['preamble', '1', '5', '6'] as const satisfies readonly TextKey[];
/** The notes below its tables, by the table. */
export type NoteKey = 't2' | 't3' | 't4';
export const noteKeys = ['t2', 't3', 't4'] as const satisfies readonly NoteKey[];
/** All of a report that somebody writes with live numbers, in the order it is printed. */
export type ProseKey = TextKey | NoteKey;
export const proseKeys = ['preamble', '1', ...noteKeys, '5', '6'] as const satisfies readonly ProseKey[];

export function isNoteKey(place: string): place is NoteKey {
  return noteKeys.some((key) => key === place);
}

export interface Chapter {
  key: ChapterKey;
  /** As printed, with its number. */
  title: string;
  body: 'text' | 'tables';
}

export interface Format {
  id: FormatId;
  rowVariant: RowVariant;
  /** The notice that prescribes it. */
  source: string;
  /** First report year it is in force for, and the last (null: still in force). */
  firstYear: number;
  lastYear: number | null;
  chapters: readonly Chapter[];
  /** The statutory tables, in print order. */
  tables: readonly TableLayout[];
  /** Tables of the entry form that are never printed. */
  entryTables: readonly TableLayout[];
  /** Every cell by id, in table order, computed ones included. */
  cells: ReadonlyMap<CellId, Cell>;
}
