import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { GridCell, TableLayout } from '@/server/domain/formats';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import type { Block } from '@/server/domain/report/report-document';
import { type PlacedCell, tableGrid } from '@/server/domain/report/table-grid';
import { columnWidths, fittingSize, isGroupName, isReadFromLeft, isVerticalCell, sideMargin, sideMarginOf } from './column-widths';
import { run } from './paragraphs';
import { cellPadding } from './row-heights';
import { pagedTable } from './table-parts';
import { faces, lines, sizes, textWidth } from './typography';
import { type CellWords, WrittenCells } from './written-cells';

type TableBlock = Extract<Block, { kind: 'table' }>;

const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/**
 * A statutory table. All its rows are kept with the next, the last one with the notes below, so that it stands whole on a page; where it
 * is parted the row before is not kept, and the rows of the next page are kept together again. Merged cells are written place by place (restart, continue) and not by the library's rowSpan, because the
 * empty paragraph of a continued cell must have the small line of the table, else it decides the height of its row.
 */
export function statutoryTable(
  { figures, remarks, ...block }: TableBlock,
  notes: readonly string[],
  cells: ReturnType<typeof tableCells>,
): Table {
  const { layout, newPages, rowHeight } = pagedTable({ ...block, figures, ...(remarks ? { remarks } : {}) }, notes);
  const widths = columnWidths(layout);
  const grid = tableGrid(layout.rows.map((row) => row.cells));
  const last = layout.rows.length - 1;
  const isKept = (row: number) => !newPages.includes(row + 1) && (row < last || notes.length > 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: sideMargin, right: sideMargin, top: cellPadding, bottom: cellPadding, marginUnitType: WidthType.DXA },
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: layout.rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          ...(row.isHead ? { tableHeader: true } : {}),
          height: { value: rowHeight, rule: 'atLeast' },
          children: rowPlaces(grid[index] ?? []).map((placed) =>
            tableCell({ placed, row: index, widths, layout, figures, remarks, keepNext: isKept(index), cells }),
          ),
        }),
    ),
  });
}

interface CellPlace extends Pick<TableBlock, 'layout' | 'figures'> {
  remarks: TableBlock['remarks'];
  placed: PlacedCell<GridCell>;
  row: number;
  widths: readonly number[];
  keepNext: boolean;
  cells: ReturnType<typeof tableCells>;
}

function tableCell({ placed, row, widths, layout, figures, remarks = {}, keepNext, cells }: CellPlace): TableCell {
  const { cell, rowSpan, colSpan, column } = placed;
  const width = widths.slice(column, column + colSpan).reduce((sum, one) => sum + one, 0);
  const isContinued = row > placed.row;
  const text = cell.role === 'figure' ? (figures[cell.cell ?? ''] ?? '') : (cell.text ?? '');
  const size = fittingSize(cell, text, width);
  const margin = sideMarginOf(placed, layout, { text, size, width });
  const remark = isContinued ? '' : (remarks[cell.cell ?? ''] ?? '');
  const shape: CellShape = {
    outside: {
      width: { size: width, type: WidthType.DXA },
      ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: margin, right: margin, marginUnitType: WidthType.DXA },
      ...(rowSpan > 1 ? { verticalMerge: isContinued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {}),
      ...(isVerticalCell(placed, layout) ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
      ...(cell.role === 'caption' ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'DEEAF6' } } : {}),
    },
    inside: { size, keepNext, alignment: alignmentOf(placed, layout) },
  };
  return cells.place(shape, { text: isContinued ? '' : text, remark });
}

interface CellShape {
  outside: Omit<ITableCellOptions, 'children'>;
  inside: {
    size: number;
    keepNext: boolean;
    alignment: Pick<IParagraphOptions, 'alignment' | 'indent'>;
  };
}

let forms = new Map<string, readonly string[]>();
/** There are some two hundred of the tables as they are printed; remarks and long figures make a few more. Some megabytes. */
const mostForms = 2_000;

/** The cells of one document. */
export function tableCells(): WrittenCells<CellShape> {
  // Another map: documents under way keep theirs.
  if (forms.size > mostForms) forms = new Map();
  return new WrittenCells(statutoryCell, forms);
}

export function statutoryCell({ outside, inside }: CellShape, words: CellWords): TableCell {
  return new TableCell({ ...outside, children: [cellParagraph(inside, words)] });
}

/** A remark is set on a line of its own below the figure, which keeps its place in the column. */
function cellParagraph({ size, keepNext, alignment }: CellShape['inside'], { text, remark }: CellWords): Paragraph {
  const face = faces.table(size);
  return new Paragraph({
    ...alignment,
    spacing: lines.table(size),
    ...(keepNext ? { keepNext: true } : {}),
    run: face,
    children: [...(text === '' ? [] : [run(text, face)]), ...(remark === '' ? [] : [remarkRun(remark)])],
  });
}

function remarkRun(remark: string): TextRun {
  return new TextRun({ ...faces.table(sizes.six), text: withoutIllegalCharacters(remark), break: 1 });
}

/**
 * Row labels of table 三 are read from the left; everything else stands in the middle. A group such as （三）不予公开 is set from
 * the left too, with a first line too short for a fourth character: `（三）` and `不予公开` then come to stand one above the other.
 */
function alignmentOf(place: PlacedCell<GridCell>, layout: TableLayout): Pick<IParagraphOptions, 'alignment' | 'indent'> {
  if (isReadFromLeft(place, layout)) return { alignment: AlignmentType.LEFT };
  if (isGroupName(place, layout)) return { alignment: AlignmentType.LEFT, indent: { firstLine: 105 } };
  return { alignment: AlignmentType.CENTER };
}

/** The cells that stand in one row, each once, those that began above it included. */
function rowPlaces(places: readonly (PlacedCell<GridCell> | undefined)[]): PlacedCell<GridCell>[] {
  return [...new Set(places)].filter((placed) => placed !== undefined);
}
