'use client';

import clsx from 'clsx';
import { shownInField } from '@/server/domain/figures';
import type { Cell } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import type { CellView } from '../store/cell-view';
import type { FormStore } from '../store/form-store';
import { inputOf } from './cell-element';
import { problemOf } from './cell-words';

/**
 * Under the cell one is in: why its text cannot be read and what it could be taken as. Nothing is taken over without a click;
 * Tab leads from the cell to the offer.
 */
export function CellTip({ cell, view, store, isLeft }: { cell: Cell; view: CellView; store: FormStore; isLeft: boolean }) {
  const { clerk } = useMessages();
  const problem = problemOf(view, clerk);
  if (!problem) return null;
  const suggestion = view.parsed.kind === 'unreadable' ? view.parsed.suggestion : undefined;
  const parts = view.text.split(/[\n\t]+/).length;
  const accept = (text: string) => {
    store.write([{ cell: cell.id, text }]);
    const input = inputOf(cell.id);
    if (!input) return;
    input.value = shownInField(text);
    input.focus();
  };
  return (
    <div
      className={clsx(
        'absolute top-full z-30 hidden w-60 border border-wrong/50 bg-paper p-2 text-left font-sans text-note leading-5 shadow-md group-focus-within/cell:block',
        isLeft ? 'left-0' : 'right-0',
      )}
    >
      <p className="text-wrong">✕ {problem}</p>
      {suggestion !== undefined && store.canEdit && (
        <Button isSmall className="mt-1.5" onClick={() => accept(suggestion)}>
          {clerk.cell.fillAs(suggestion)}
        </Button>
      )}
      {parts > 1 && store.canEdit && (
        <Button isSmall className="mt-1.5" data-apart={cell.id}>
          {clerk.cell.fillApart(parts)}
        </Button>
      )}
    </div>
  );
}
