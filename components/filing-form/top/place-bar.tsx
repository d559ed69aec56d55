'use client';

import { cellName } from '@/server/domain/formats';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';

/** The row and the column one is in, where the screen is too small to keep the table's heads in sight. Said by the cell itself, so unsaid here. */
export function PlaceBar() {
  const { store } = useFiling();
  const focus = useLateValue(store.focus);
  const cell = focus ? store.format.cells.get(focus) : undefined;
  if (!cell) return null;
  return (
    <p
      aria-hidden="true"
      className="sticky top-0 z-30 -mx-5 mb-2 line-clamp-2 border-b border-hairline bg-desk px-5 py-1 text-[13px] leading-4 font-semibold lg:hidden"
    >
      {cellName(cell)}
    </p>
  );
}
