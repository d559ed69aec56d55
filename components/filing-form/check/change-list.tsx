'use client';

import { type Figure, figureAt, printFigure, sameFigure } from '@/server/domain/figures';
import { cellName, type Format, leafCells } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { Sheet } from '../../ui/page';

/** What differs from the submission before: what a reviewer will look at first. */
export function ChangeList({
  format,
  number,
  before,
  now,
}: {
  format: Format;
  number: number;
  before: Readonly<Record<string, Figure>>;
  now: ReadonlyMap<string, Figure>;
}) {
  const { check: words, remarks } = useMessages().clerk;
  const old = new Map(Object.entries(before));
  const changed = leafCells(format).filter((cell) => !sameFigure(figureAt(old, cell.id), figureAt(now, cell.id)));
  return (
    <Sheet title={words.changes(number)} className="mb-4">
      {changed.length === 0 && <p className="text-body text-muted">{words.noChanges}</p>}
      <ul className="text-body leading-7">
        {changed.map((cell) => (
          <li key={cell.id}>
            {cellName(cell)}
            {remarks.colon}
            {words.was} <span className="font-serif">{printFigure(figureAt(old, cell.id), cell) || '—'}</span> → {words.now}{' '}
            <span className="font-serif font-semibold">{printFigure(figureAt(now, cell.id), cell) || '—'}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
