'use client';

import { type CellId, cellName, type Format, getCell, type TableLayout } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import type { Messages } from '../../messages/zh';
import type { CellMark } from '../../statutory-table/cell-mark';

type Restated = ReportPage['restatements'][number];

/** So many are read out at a cell; the list below the table has all of them. */
const mostAtACell = 3;

/** The openings a unit restated, and the totals they are in, each with who, what and why. */
export function restatedMarks(format: Format, restatements: readonly Restated[], { slipMarks }: Messages): Map<CellId, CellMark[]> {
  const marks = new Map<CellId, CellMark[]>();
  for (const one of restatements) {
    const places = [one.cell, ...[...format.cells.values()].filter((cell) => cell.terms?.includes(one.cell)).map((cell) => cell.id)];
    const mark: CellMark = { tone: 'restated', label: slipMarks.restate.inReport(one.organ, one.was, one.is, one.reason) };
    for (const place of places) marks.set(place, [...(marks.get(place) ?? []), mark]);
  }
  return new Map(
    [...marks].map(([cell, own]) => [cell, own.length > mostAtACell ? [...own.slice(0, mostAtACell), further(own.length)] : own]),
  );

  function further(count: number): CellMark {
    return { tone: 'restated', label: slipMarks.restate.further(count) };
  }
}

/** What the sign ↺ in a table stands for, in words below it; on the screen only. */
export function RestatedOpenings({ page, format, layout }: { page: ReportPage; format: Format; layout: TableLayout }) {
  const { slipMarks, review } = useWritingMessages();
  const cells = new Set(layout.rows.flatMap((row) => row.cells.flatMap((one) => one.cell ?? [])));
  const shown = page.restatements.filter((one) => cells.has(one.cell));
  if (shown.length === 0) return null;
  return (
    <ul aria-label={slipMarks.restate.listTitle} className="font-sans text-note leading-6 text-confirm print:hidden">
      {shown.map((one) => (
        <li key={`${one.cell} ${one.organ}`}>
          <span aria-hidden="true">↺ </span>
          {cellName(getCell(format, one.cell))}
          {review.colon}
          {slipMarks.restate.inReport(one.organ, one.was, one.is, one.reason)}
        </li>
      ))}
    </ul>
  );
}
