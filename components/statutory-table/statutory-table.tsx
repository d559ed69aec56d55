'use client';

import clsx from 'clsx';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { type CellId, cellName, type Format, type GridCell, getCell, type TableLayout } from '@/server/domain/formats';
import { type PlacedCell, tableGrid } from '@/server/domain/report/table-grid';
import { useMessages } from '../messages/messages-provider';
import type { CellMark, CellMarks } from './cell-mark';
import { FigureCell } from './figure-cell';
import { nextFigure } from './next-figure';
import { WordsCell } from './words-cell';

export interface StatutoryTableProps {
  format: Format;
  layout: TableLayout;
  /** As printed, by cell; a cell that is absent is not filled. */
  figures: Readonly<Record<CellId, string>>;
  marks?: CellMarks;
  /** What another quarter says, small under each figure; a cell that is absent has none. */
  beside?: { name: string; figures: Readonly<Record<CellId, string>> } | null;
  /** Makes every figure a button. */
  onCellClick?: (cell: CellId) => void;
  /** Makes figures links; undefined leaves a figure plain. */
  cellHref?: (cell: CellId) => string | undefined;
  isHeadSticky?: boolean;
}

const noMarks: readonly CellMark[] = [];

/** A statutory table as it is printed. Its caption is its name for a screen reader; on paper the chapter's heading says it. */
export function StatutoryTable(props: StatutoryTableProps) {
  const { format, layout, figures, marks, beside = null, onCellClick, cellHref, isHeadSticky = false } = props;
  const { common } = useMessages();
  const table = useRef<HTMLTableElement>(null);
  const [tabStop, setTabStop] = useState(() => layout.rows.flatMap((row) => row.cells).find((one) => one.cell)?.cell ?? '');
  const rows = useMemo(() => placedRows(layout), [layout]);
  const headCount = layout.rows.findIndex((row) => !row.isHead);

  const spokenOf = (cell: CellId, own: readonly CellMark[]) =>
    [
      common.statutoryTable.figure(cellName(getCell(format, cell)), figures[cell] || common.statutoryTable.notFilled),
      ...(beside?.figures[cell] ? [`${beside.name} ${beside.figures[cell]}`] : []),
      ...own.map((mark) => mark.label),
    ].join(common.statutoryTable.and);

  const move = (event: KeyboardEvent) => {
    const next = nextFigure(layout, tabStop, event.key);
    const place = next && table.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`);
    if (!place) return;
    event.preventDefault();
    place.focus();
  };

  const drawCell = ({ cell, row, column }: PlacedCell<GridCell>) => {
    const key = `${row} ${column}`;
    if (cell.role !== 'figure' || !cell.cell) return <WordsCell key={key} cell={cell} />;
    const own = marks?.get(cell.cell) ?? noMarks;
    return (
      <FigureCell
        key={key}
        cell={cell.cell}
        spoken={spokenOf(cell.cell, own)}
        printed={figures[cell.cell] ?? ''}
        beside={beside && (beside.figures[cell.cell] ?? '')}
        marks={own}
        colSpan={cell.colSpan}
        rowSpan={cell.rowSpan}
        isTabStop={tabStop === cell.cell}
        onFocus={setTabStop}
        onClick={onCellClick}
        href={cellHref?.(cell.cell)}
      />
    );
  };
  const drawRow = (placed: PlacedRow) => <tr key={placed.row}>{placed.cells.map(drawCell)}</tr>;

  return (
    <div className="max-lg:overflow-x-auto">
      <table
        ref={table}
        onKeyDown={move}
        className="w-full table-fixed max-lg:min-w-[44rem] border-separate border-spacing-0 border-t border-l border-ink/60 bg-paper font-serif text-body leading-5"
      >
        <caption className="sr-only">{layout.title}</caption>
        <colgroup>
          {columnsOf(layout).map(({ at, share }) => (
            <col key={at} width={`${share}%`} />
          ))}
        </colgroup>
        {headCount > 0 && (
          <thead className={clsx('bg-paper', isHeadSticky && 'sticky top-0 z-20')}>{rows.slice(0, headCount).map(drawRow)}</thead>
        )}
        <tbody>{rows.slice(Math.max(headCount, 0)).map(drawRow)}</tbody>
      </table>
    </div>
  );
}

interface PlacedRow {
  row: number;
  cells: readonly PlacedCell<GridCell>[];
}

/** The cells that begin in each row; their places are their keys, since words repeat. */
function placedRows(layout: TableLayout): PlacedRow[] {
  return tableGrid(layout.rows.map((row) => row.cells)).map((places, row) => ({
    row,
    cells: places.filter((placed, column): placed is PlacedCell<GridCell> => placed?.row === row && placed.column === column),
  }));
}

/** Each column by where it begins, with its share of the width in per cent. */
function columnsOf({ columnTwips }: TableLayout): { at: number; share: number }[] {
  const total = columnTwips.reduce((sum, twips) => sum + twips, 0);
  let at = 0;
  return columnTwips.map((twips) => {
    const column = { at, share: Math.round((twips * 10_000) / total) / 100 };
    at += twips;
    return column;
  });
}
