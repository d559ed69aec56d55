'use client';

import clsx from 'clsx';
import { cellName } from '@/server/domain/formats';
import { useFiling } from '../filing-context';
import type { Section } from '../section-tabs';
import { useLateValue } from '../store/use-late-value';
import { cellIn } from './cell-in';

/** The row and the column one is in, where the screen is too small to keep the table's heads in sight. Said by the cell itself, so unsaid here. Its two lines are kept free before, so that no cell moves under the finger. */
export function PlaceBar({ section }: { section: Section }) {
  const { store } = useFiling();
  const focus = useLateValue(store.focus);
  const cell = cellIn(store.format, focus, section);
  return (
    <p
      aria-hidden="true"
      className={clsx(
        'sticky top-0 z-30 -mx-5 mb-2 h-10.25 border-b border-hairline bg-desk px-5 py-1 text-note leading-4 font-semibold lg:hidden print:hidden',
        !cell && 'invisible',
      )}
    >
      <span className="line-clamp-2">{cell && cellName(cell)}</span>
    </p>
  );
}
