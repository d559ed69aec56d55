import { format2019 } from './2019';
import { format2021 } from './2021';
import type { Cell, CellId, Format, FormatId, RowVariant } from './format';

const formats: Record<FormatId, Record<RowVariant, Format>> = {
  '2021': { other_three: format2021('other_three'), other_single: format2021('other_single') },
  '2019': { other_three: format2019('other_three'), other_single: format2019('other_single') },
};

export const formatIds = Object.keys(formats) as FormatId[];

/** The row variant each notice prescribes. Hybrids exist: a report may name the other one. */
export const usualRowVariant: Record<FormatId, RowVariant> = { '2021': 'other_three', '2019': 'other_single' };

export function getFormat(id: FormatId, variant: RowVariant = usualRowVariant[id]): Format {
  return formats[id][variant];
}

/** The format the law prescribes for reports on a year. */
export function formatOfYear(year: number): FormatId {
  return year <= 2020 ? '2019' : '2021';
}

export function isFormatId(value: unknown): value is FormatId {
  return typeof value === 'string' && Object.hasOwn(formats, value);
}

/** @throws Error on an id the format does not have; ids from outside are checked at the border first */
export function getCell(format: Format, id: CellId): Cell {
  const cell = format.cells.get(id);
  if (!cell) throw new Error(`format ${format.id} has no cell ${id}`);
  return cell;
}

/** The cell as a person would name it: `自然人，（一）予以公开`. */
export function cellName(cell: Cell): string {
  return `${cell.rowLabel}，${cell.columnLabel}`;
}

/** Cells a person fills in, in table order. */
export function leafCells(format: Format): readonly Cell[] {
  // A format never changes, and a list of a thousand units asks for its cells a thousand times.
  const known = leaves.get(format);
  if (known) return known;
  const cells = [...format.cells.values()].filter((cell) => cell.addsUp !== 'computed');
  leaves.set(format, cells);
  return cells;
}

const leaves = new WeakMap<Format, readonly Cell[]>();

/** The cells of all formats that something opens from. */
export const everyClosing: ReadonlySet<CellId> = new Set(
  formatIds.flatMap((id) => Object.values(formats[id]).flatMap((format) => leafCells(format).flatMap((cell) => cell.opensFrom ?? []))),
);

export { chapterTitles } from './chapters';
export type {
  AddsUp,
  Cell,
  CellId,
  Chapter,
  ChapterKey,
  Format,
  FormatId,
  GridCell,
  GridRow,
  LocalRules,
  NoteKey,
  Power,
  ProseKey,
  Quantity,
  RowVariant,
  SectionKey,
  TableId,
  TableLayout,
  TextKey,
} from './format';
export { isNoteKey, noteKeys, powers, proseKeys, textKeys } from './format';
export { hasIndicators, type Indicator, type IndicatorFacts, indicatorCell, isIndicatorCell, withIndicators } from './indicators';
export { textNames, textTitles } from './text-names';
