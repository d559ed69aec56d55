import type { GridCell, TableLayout } from '@/server/domain/formats';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { notesBelow } from '@/server/domain/report/notes-below';
import type { Block, ReportDocument } from '@/server/domain/report/report-document';
import { type PlacedCell, tableGrid } from '@/server/domain/report/table-grid';
import { reportName } from '@/server/domain/report/title-lines';
import {
  columnWidths,
  evenMargin,
  figureMargin,
  fittingSize,
  isGroupName,
  isVerticalCell,
  labelMargin,
  sideMargin,
} from '../word/column-widths';
import { isKeptWhole } from '../word/row-heights';
import { pagedTable } from '../word/table-parts';
import { sizes } from '../word/typography';
import type { FoundFonts } from './fonts';

/** What the template is given: blocks in order, tables cell by cell with spans. Widths in twips, sizes in half points. */
export function pageData(document: ReportDocument, fonts: FoundFonts) {
  const organ = withoutIllegalCharacters(document.organ);
  return {
    title: `${organ}${reportName(document.year)}`,
    organ,
    draft: document.edition === null,
    fonts: fonts.families,
    titleWeight: fonts.titleIsStandIn ? 'bold' : 'regular',
    blocks: document.blocks.map((block, index, all) => blockData(block, notesBelow(all, index))),
  };
}

/** @param below the notes that follow */
function blockData(block: Block, below: readonly string[]) {
  const clean = withoutIllegalCharacters;
  switch (block.kind) {
    case 'title':
      return { kind: block.kind, lines: block.lines.map(clean) };
    case 'heading':
      return { kind: block.kind, level: block.level, text: clean(block.text) };
    case 'note':
      return {
        kind: block.kind,
        text: clean(block.text),
        whole: isKeptWhole(block.text),
        sticky: below.length > 0 && isKeptWhole(block.text),
      };
    case 'paragraph':
      return { kind: block.kind, lead: clean(block.lead ?? ''), text: clean(block.text.slice(block.lead?.length ?? 0)) };
    case 'table':
      return { kind: block.kind, sticky: below.length > 0, ...tableData(block, below) };
    default:
      return block satisfies never;
  }
}

function tableData({ figures, remarks = {}, ...block }: Extract<Block, { kind: 'table' }>, notes: readonly string[]) {
  const { layout, newPages, rowHeight } = pagedTable({ ...block, figures, remarks }, notes);
  const columns = columnWidths(layout);
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const heads = layout.rows.filter((row) => row.isHead).length;
  const starting = (row: number) => [...new Set(grid[row] ?? [])].filter((placed) => placed !== undefined && placed.row === row);
  const cells = (from: number, to: number) =>
    layout.rows
      .slice(from, to)
      .flatMap((_, index) =>
        starting(from + index).flatMap((placed) => (placed ? [cellData(placed, { layout, columns, figures, remarks })] : [])),
      );
  const starts = [heads, ...newPages];
  return {
    columns,
    /** Above and below the text of a cell, so that a row of one line is as high as in Word. */
    padding: (rowHeight - sizes.five * 10) / 2,
    head: cells(0, heads),
    /** The rows of each page. */
    parts: starts.map((from, index) => cells(from, starts[index + 1] ?? layout.rows.length)),
  };
}

interface TableFacts {
  layout: TableLayout;
  columns: readonly number[];
  figures: Readonly<Record<string, string>>;
  remarks: Readonly<Record<string, string>>;
}

function cellData(placed: PlacedCell<GridCell>, { layout, columns, figures, remarks }: TableFacts) {
  const { cell, rowSpan, colSpan, column } = placed;
  const width = columns.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0);
  const text = withoutIllegalCharacters(cell.role === 'figure' ? (figures[cell.cell ?? ''] ?? '') : (cell.text ?? ''));
  const size = fittingSize(cell, text, width);
  const isRowLabel = layout.id === 't3' && cell.role === 'label';
  const isUpright = isVerticalCell(placed, layout);
  const isGroup = isGroupName(placed, layout);
  const insetOf = () => {
    if (cell.role === 'figure') return figureMargin;
    if (cell.role === 'head') return evenMargin(text, size, width);
    return isRowLabel ? labelMargin : sideMargin;
  };
  return {
    text,
    remark: withoutIllegalCharacters(remarks[cell.cell ?? ''] ?? ''),
    /** `（三）` stands above `不予公开`: four characters wide, the group is broken where a reader pauses. */
    lines: isGroup ? text.split(/(?<=）)/) : [text],
    rowspan: rowSpan,
    colspan: colSpan,
    size,
    caption: cell.role === 'caption',
    upright: isUpright,
    left: isRowLabel && !isUpright,
    inset: insetOf(),
  };
}
