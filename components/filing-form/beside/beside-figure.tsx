'use client';

import clsx from 'clsx';
import type { CellId } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import type { FormStore } from '../store/form-store';
import { useValue } from '../store/value';

/** Under a figure: what it is compared with. It is no part of the form and nobody types into it. */
export function BesideFigure({ cell, store, className }: { cell: CellId; store: FormStore; className: string | undefined }) {
  const { beside } = useMessages().clerk;
  const figures = useValue(store.beside);
  if (!figures) return null;
  return (
    <span
      className={clsx(
        'block min-h-4 border-t border-dotted border-hairline bg-desk px-1.5 text-right text-note leading-4 text-muted',
        className,
      )}
    >
      <span className="sr-only">{beside.figure}</span>
      {figures[cell]}
    </span>
  );
}
