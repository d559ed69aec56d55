'use client';

import { useId } from 'react';
import { type Figure, printFigure } from '@/server/domain/figures';
import { dayAt } from '@/server/domain/periods';
import { figureField } from '../../clipboard/figure-field';
import { useWritingMessages } from '../../messages/writing-words';
import { Icon } from '../../ui/icon';
import { type OpeningCell, type OpeningDraft, readOpening, typedIn } from './opening-draft';

/** One opening balance: the field, and below it what is in force now or what is wrong. */
export function OpeningField({
  cell,
  draft,
  inherited,
  onType,
}: {
  cell: OpeningCell;
  draft: OpeningDraft;
  inherited: Figure | undefined;
  onType: (cell: string, raw: string) => void;
}) {
  const words = useWritingMessages().openings;
  const id = useId();
  const read = readOpening(cell, draft);
  const takenOver = (figure: Figure | undefined) => {
    if (!figure) return words.unknown;
    return figure.state === 'not_applicable' ? words.notApplicable : words.inherited(printFigure(figure, cell));
  };
  const isWrong = read.kind === 'unreadable';
  return (
    <div className="flex min-w-24 flex-col gap-0.5">
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={`${cell.rowLabel}，${cell.columnLabel}`}
        aria-describedby={id}
        aria-invalid={isWrong || undefined}
        {...figureField(typedIn(cell, draft), (raw) => onType(cell.cell, raw))}
        className="h-8 w-full rounded border border-edge bg-paper px-2 text-right font-serif hover:border-act aria-invalid:border-wrong"
      />
      <p id={id} className="text-note leading-4 text-muted">
        {isWrong && (
          <span className="text-wrong">
            <Icon name="wrong" className="mr-1" />
            {words.invalid}
          </span>
        )}
        {read.kind === 'number' && read.differsFromRaw && <span className="block">{words.recognised(read.plain)}</span>}
        {!isWrong && cell.setAt && (
          <>
            <span className="block">{words.set(cell.value, cell.setBy, dayAt(new Date(cell.setAt)))}</span>
            <span className="block">{words.basis(cell.reason)}</span>
          </>
        )}
        {!isWrong && !cell.setAt && takenOver(inherited)}
      </p>
    </div>
  );
}
