import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { printFigure } from '@/server/domain/figures';
import { type CellId, getCell } from '@/server/domain/formats';
import { copyRange } from '../grid/copy-range';
import { fillDown } from '../grid/fill-down';
import type { GridMap } from '../grid/grid-map';
import { type Move, moveFrom } from '../grid/moves';
import { type CellRange, rangeOf, wholeTable } from '../grid/range';
import type { FormStore } from '../store/form-store';
import { cellOf, inputOf } from './cell-element';

type Arrow = Extract<Move, 'up' | 'down' | 'left' | 'right'>;

export interface RangeEvents {
  store: FormStore;
  map: GridMap;
  canFill(cell: CellId): boolean;
  /** Cells were written at once; the focus is on this one. */
  onWritten(focus: CellId): void;
}

/** Selecting a rectangle of a table's cells, and what is done to it: copying, clearing, filling down. */
export function useRange({ store, map, canFill, onWritten }: RangeEvents) {
  const dragsFrom = useRef<CellId | null>(null);
  useEffect(() => () => store.range.set(null), [store]);

  /** The range, when it is in this table. */
  function now(): CellRange | null {
    const range = store.range.get();
    return range && map.placeOf(range.anchor) ? range : null;
  }
  const end = (): void => store.range.set(null);

  function stretch(anchor: CellId, to: CellId): void {
    store.range.set(to === anchor ? null : rangeOf(map, anchor, to));
    inputOf(to)?.scrollIntoView({ block: 'nearest' });
  }

  function arrow(anchor: CellId, move: Arrow): void {
    const next = moveFrom(map, now()?.end ?? anchor, move, canFill);
    if (next) stretch(anchor, next);
  }

  /** What a cell holds, as the form prints it. */
  const textAt = (id: CellId): string => printFigure(store.cell(id).get().figure, getCell(store.format, id));

  function write(focus: CellId, changes: readonly { cell: CellId; text: string }[]): void {
    const changed = changes.filter((change) => canFill(change.cell) && store.textOf(change.cell) !== change.text);
    if (!store.canEdit || changed.length === 0) return;
    store.write(changed);
    onWritten(focus);
  }

  const clear = (focus: CellId, { cells }: CellRange): void =>
    write(
      focus,
      cells.map((cell) => ({ cell, text: '' })),
    );

  const fill = (focus: CellId): void =>
    write(
      focus,
      fillDown(map, now()?.cells ?? [focus], canFill).flatMap(({ cell, from }) => {
        const text = textAt(from);
        return text === '' ? [] : [{ cell, text }];
      }),
    );

  return {
    now,
    end,
    /** @returns whether the key belonged to the range; any other key that moves or writes ends it */
    onKey(event: KeyboardEvent, cell: CellId, input: HTMLInputElement): boolean {
      const isCommand = event.ctrlKey || event.metaKey;
      const range = now();
      const wanted = event.shiftKey && !isCommand && !event.altKey ? arrowOf(event.key, input, range !== null) : null;
      if (wanted) arrow(cell, wanted);
      else if (isCommand && event.key.toLowerCase() === 'a' && isWhollySelected(input)) store.range.set(wholeTable(map, cell));
      else if (isCommand && event.key.toLowerCase() === 'd') fill(cell);
      else if (range && event.key === 'Delete') clear(cell, range);
      else if (range && event.key === 'Escape') end();
      else return false;
      event.preventDefault();
      return true;
    },
    onMouseDown(event: MouseEvent): void {
      const at = cellOf(event.target);
      if (!at || event.button !== 0) return;
      const anchor = cellOf(document.activeElement ?? event.target)?.cell;
      dragsFrom.current = event.shiftKey && anchor && map.placeOf(anchor) ? anchor : at.cell;
      if (event.shiftKey && anchor && map.placeOf(anchor) && anchor !== at.cell) {
        event.preventDefault();
        stretch(anchor, at.cell);
      } else end();
    },
    onMouseOver(event: MouseEvent): void {
      const at = cellOf(event.target);
      if (event.buttons !== 1) dragsFrom.current = null;
      if (!at || !dragsFrom.current || (dragsFrom.current === at.cell && !now())) return;
      stretch(dragsFrom.current, at.cell);
    },
    /** @returns whether there was a range to copy */
    copy(data: DataTransfer): boolean {
      const range = now();
      if (!range) return false;
      const { text, html } = copyRange(map, range.cells, textAt);
      data.setData('text/plain', text);
      data.setData('text/html', html);
      store.range.set({ ...range, isCopied: true });
      return true;
    },
    cut(data: DataTransfer, focus: CellId): boolean {
      const range = now();
      if (!range || !this.copy(data)) return false;
      clear(focus, range);
      return true;
    },
  };
}

/** Up and down always; left and right where the text ends, as without Shift, or once there is a range. */
function arrowOf(key: string, input: HTMLInputElement, hasRange: boolean): Arrow | null {
  switch (key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return hasRange || input.readOnly || input.selectionStart === 0 ? 'left' : null;
    case 'ArrowRight':
      return hasRange || input.readOnly || input.selectionEnd === input.value.length ? 'right' : null;
    default:
      return null;
  }
}

function isWhollySelected(input: HTMLInputElement): boolean {
  return input.selectionStart === 0 && input.selectionEnd === input.value.length;
}
