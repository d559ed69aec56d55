'use client';

import { type CellId, cellName, type Format, getCell, type TableLayout } from '@/server/domain/formats';
import { mostNoteCharacters, printedNote, remarksOf } from '@/server/domain/report/notes';
import type { ReportPage } from '@/server/queries/report';
import { useMessages } from '../messages/messages-provider';
import { NoteEditor } from './note-editor';

/** What is printed below a table; and, listed here because the cells of the screen are narrow, what is printed behind its figures. */
export function TableNotes({
  page,
  format,
  layout,
  figures,
}: {
  page: ReportPage;
  format: Format;
  layout: TableLayout;
  figures: Readonly<Record<CellId, string>>;
}) {
  const { adjust, review } = useMessages();
  const texts = Object.fromEntries(Object.entries(page.notes).map(([place, note]) => [place, note.text]));
  const cells = layout.rows.flatMap((row) => row.cells.flatMap((one) => one.cell ?? []));
  const remarks = Object.entries(remarksOf(texts, cells));
  const lines = printedNote(texts[layout.id] ?? '');
  const mayEdit = page.verdicts['report.edit'] === 'allowed';
  if (!mayEdit && remarks.length === 0 && lines.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 text-[15px] leading-7">
      {lines.map((line) => (
        <p key={line} lang="zh-CN">
          {line}
        </p>
      ))}
      {remarks.length > 0 && (
        <ul aria-label={adjust.remarks} lang="zh-CN" className="font-sans text-[13px] leading-6 text-muted">
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
      {mayEdit && (
        <NoteEditor
          page={page}
          place={layout.id}
          label={adjust.noteOf(layout.title)}
          hint={adjust.noteHint(mostNoteCharacters)}
          most={mostNoteCharacters}
          add={adjust.addNote}
        />
      )}
    </div>
  );
}
