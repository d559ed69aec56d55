import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { CellId } from '@/server/domain/formats';
import type { GridMap } from '../grid/grid-map';
import type { FormStore } from '../store/form-store';
import { cellOf, inputOf } from './cell-element';
import { createRanges } from './ranges';

/** Ranges of a table, with what the pointer does to them. */
export function useRange({ store, map, canFill }: { store: FormStore; map: GridMap; canFill: (cell: CellId) => boolean }) {
  const dragsFrom = useRef<CellId | null>(null);
  useEffect(() => () => store.range.set(null), [store]);
  const ranges = useMemo(
    () => createRanges({ store, map, canFill, show: (cell) => inputOf(cell)?.scrollIntoView({ block: 'nearest' }) }),
    [store, map, canFill],
  );
  return {
    ranges,
    onMouseDown(event: MouseEvent): void {
      const at = cellOf(event.target);
      if (!at || event.button !== 0) return;
      const anchor = cellOf(document.activeElement ?? event.target)?.cell;
      dragsFrom.current = event.shiftKey && anchor && map.placeOf(anchor) ? anchor : at.cell;
      if (event.shiftKey && anchor && map.placeOf(anchor) && anchor !== at.cell) {
        event.preventDefault();
        ranges.stretch(anchor, at.cell);
      } else ranges.end();
    },
    onMouseOver(event: MouseEvent): void {
      const at = cellOf(event.target);
      if (event.buttons !== 1) dragsFrom.current = null;
      if (!at || !dragsFrom.current || (dragsFrom.current === at.cell && !ranges.now())) return;
      ranges.stretch(dragsFrom.current, at.cell);
    },
  };
}
