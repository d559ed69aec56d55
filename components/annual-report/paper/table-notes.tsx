'use client';

import { type CellId, cellName, type Format, getCell, noteKeys, type TableLayout } from '@/server/domain/formats';
import { remarksOf } from '@/server/domain/report/notes';
import type { TextPlace } from '@/server/domain/subject';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { TableNote } from './table-note';

/** The note below a table; and, listed here because the cells of the screen are narrow, what is printed behind its figures. */
export function TableNotes({
  page,
  format,
  layout,
  figures,
  place,
}: {
  page: ReportPage;
  format: Format;
  layout: TableLayout;
  figures: Readonly<Record<CellId, string>>;
  place: TextPlace | null;
}) {
  const { adjust, review } = useWritingMessages();
  const noteKey = noteKeys.find((key) => key === layout.id);
  const texts = Object.fromEntries(Object.entries(page.remarks).map(([cell, remark]) => [cell, remark.text]));
  const cells = layout.rows.flatMap((row) => row.cells.flatMap((one) => one.cell ?? []));
  const remarks = Object.entries(remarksOf(texts, cells));
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {noteKey && <TableNote page={page} noteKey={noteKey} title={layout.title} place={place} />}
      {remarks.length > 0 && (
        <ul aria-label={adjust.remarks} lang="zh-CN" className="font-sans text-note leading-6 text-muted">
          {remarks.map(([cell, remark]) => (
            <li key={cell}>
              ※ {cellName(getCell(format, cell))}
              {review.colon}
              {figures[cell] ?? ''}
              {remark}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
