'use client';

import clsx from 'clsx';
import { memo, useId, useMemo } from 'react';
import type { GridCell, GridRow } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { useFiling } from '../filing-context';
import { gridMapOf } from '../grid/grid-map';
import { quarterWord } from '../grid/quarter-word';
import type { Hidden } from '../paste/plan-paste';
import { EntryCell } from './entry-cell';
import { type Numbered, numbered } from './numbered';
import type { AskedPaste } from './paste-dialog';
import { useGridEvents } from './use-grid-events';

export interface EntryTableProps {
  title: string;
  rows: readonly GridRow[];
  columnTwips: readonly number[];
  onDryRun(asked: AskedPaste): void;
  onPasted(count: number, hidden: Hidden | null): void;
  onDetails(): void;
  /** As wide as the page, as a text that is read (so that a figure stands near its title), or that and narrower still on a small screen. */
  width?: 'full' | 'read' | 'narrow';
}

const line = 'border-r border-b border-ink/40 font-normal';

/** A table of the form as it is printed, each figure an input. Drawn once; afterwards each cell repaints itself. */
export const EntryTable = memo(function EntryTable({ title, rows, columnTwips, width = 'full', ...actions }: EntryTableProps) {
  const { store, goTo } = useFiling();
  const { quarter } = store.form.get();
  const map = useMemo(() => gridMapOf(rows), [rows]);
  const onDryRun = (asked: Omit<AskedPaste, 'picture'>) => actions.onDryRun({ ...asked, picture: { title, rows } });
  const events = useGridEvents({ store, map, goTo, ...actions, onDryRun });
  const headCount = rows.findIndex((row) => !row.isHead);
  const titleCount = useMemo(() => Math.min(...map.cells.map((cell) => map.placeOf(cell)?.column ?? 0)), [map]);

  const id = useId();
  const formOf = (row: number): string => `${id}-${row}`;

  const drawCell = ({ of, at }: Numbered<GridCell>, row: number) => {
    const cell = of.cell ? store.format.cells.get(of.cell) : undefined;
    if (!cell)
      return (
        <WordsCell key={at} cell={of} quarter={quarter} isOverFigure={width !== 'full' && of.role === 'head' && of.colSpan !== undefined} />
      );
    return <EntryCell key={at} cell={cell} store={store} colSpan={of.colSpan} rowSpan={of.rowSpan} formId={formOf(row)} />;
  };
  /** Each row is painted by itself, so that a key paints one. The row one is in lies over the next: a cell's tip hangs into it. */
  const rowLook = 'isolate focus-within:relative focus-within:z-10';
  const drawRows = (some: readonly GridRow[], look?: string) =>
    numbered(some).map(({ of, at }) => (
      <tr key={at} className={look}>
        {numbered(of.cells).map((cell) => drawCell(cell, at))}
      </tr>
    ));
  const body = rows.slice(Math.max(headCount, 0));

  return (
    <div
      className={clsx(
        'max-lg:relative max-lg:overflow-x-auto',
        titleCount > 0 && (titleCount > 1 ? 'max-lg:scroll-pl-52' : 'max-lg:scroll-pl-36'),
      )}
    >
      {/* After every key a browser that offers to fill in forms reads the whole form the input is in: here, its row. `dialog`: Enter sends nothing. */}
      {numbered(body).map(({ at }) => (
        <form key={at} id={formOf(at)} method="dialog" hidden />
      ))}
      <table
        {...events}
        className={clsx(
          'table-fixed border-separate border-spacing-0 border-t border-l border-ink/40 bg-paper font-serif text-body leading-5',
          'w-full',
          width === 'narrow' ? 'max-w-read max-lg:min-w-[28rem]' : titleCount === 0 && 'max-lg:min-w-[44rem]',
          width === 'read' && 'lg:max-w-read',
        )}
      >
        <caption className="sr-only">{title}</caption>
        <colgroup>
          {columnsOf(columnTwips).map(({ at, share }, column) => (
            <col key={at} width={`${share}%`} className={width === 'narrow' ? undefined : smallWidth(column, titleCount)} />
          ))}
        </colgroup>
        {headCount > 0 && (
          <thead className="sticky top-10 z-20 bg-paper max-lg:static [&_th]:py-0">{drawRows(rows.slice(0, headCount))}</thead>
        )}
        <tbody>{drawRows(body, rowLook)}</tbody>
      </table>
    </div>
  );
});

/**
 * The width of a column where the page is small: the titles of groups upright, those of rows as wide as leaves room for two figures beside them.
 * They stay while the figures pass below them, and the columns together are wider than the page.
 */
function smallWidth(column: number, titleCount: number): string | undefined {
  if (titleCount === 0) return undefined;
  if (column >= titleCount) return titleCount > 1 ? 'max-lg:w-16' : 'max-lg:w-24';
  if (titleCount === 1) return 'max-lg:w-36';
  return column === titleCount - 1 ? 'max-lg:w-30' : 'max-lg:w-11';
}

/** @param isOverFigure the head of one wide figure: it begins where the figure stands, see `EntryCell` */
function WordsCell({ cell, quarter, isOverFigure }: { cell: GridCell; quarter: number; isOverFigure: boolean }) {
  const span = { colSpan: cell.colSpan, rowSpan: cell.rowSpan };
  if (cell.role === 'note')
    return (
      <td {...span} className={clsx(line, 'bg-paper px-1.5 text-note')}>
        {cell.text}
      </td>
    );
  if (cell.role === 'label')
    return (
      <th
        {...span}
        scope={cell.rowSpan ? 'rowgroup' : 'row'}
        className={clsx(
          line,
          'px-1.5 py-0.5 text-body',
          cell.rowSpan ? 'text-center max-lg:px-0' : 'bg-paper text-left max-lg:sticky max-lg:left-0 max-lg:z-20',
        )}
      >
        {cell.text}
        <OfTheQuarter printed={cell.text} quarter={quarter} isBeside />
      </th>
    );
  return (
    <th
      {...span}
      scope={cell.colSpan ? 'colgroup' : 'col'}
      className={clsx(
        line,
        'bg-desk py-0.5 text-note leading-4 text-balance',
        isOverFigure ? 'px-3 text-left' : 'px-0.5 text-center',
        cell.role === 'caption' && 'font-semibold',
      )}
    >
      {cell.text}
      <OfTheQuarter printed={cell.text} quarter={quarter} isBeside={isOverFigure} />
    </th>
  );
}

/** The printed head stays; what it means in the form of one quarter stands beside it. */
function OfTheQuarter({ printed, quarter, isBeside }: { printed: string | undefined; quarter: number; isBeside: boolean }) {
  const { quarterWords } = useMessages().clerk;
  const word = printed === undefined ? null : quarterWord(printed, quarter);
  if (!word) return null;
  return (
    <span className={clsx('font-sans text-note leading-4 font-normal text-act select-none', isBeside ? 'ml-1.5' : 'block')}>
      {quarterWords[word]}
    </span>
  );
}

/** Each column by where it begins, with its share of the width in per cent. */
function columnsOf(columnTwips: readonly number[]): { at: number; share: number }[] {
  const total = columnTwips.reduce((sum, twips) => sum + twips, 0);
  let at = 0;
  return columnTwips.map((twips) => {
    const column = { at, share: Math.round((twips * 10_000) / total) / 100 };
    at += twips;
    return column;
  });
}
