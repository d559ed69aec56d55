import { printFigure } from '@/server/domain/figures';
import { type CellId, getCell } from '@/server/domain/formats';
import { copyRange } from '../grid/copy-range';
import { fillDown } from '../grid/fill-down';
import type { GridMap } from '../grid/grid-map';
import { type Move, moveFrom } from '../grid/moves';
import { type CellRange, rangeOf, wholeTable } from '../grid/range';
import type { FormStore } from '../store/form-store';
import type { CellInput, KeyPress } from './key-press';

type Arrow = Extract<Move, 'up' | 'down' | 'left' | 'right'>;

export interface RangesParts {
  store: FormStore;
  map: GridMap;
  canFill(cell: CellId): boolean;
  /** Brings the end of a range into sight. */
  show(cell: CellId): void;
}

export type Ranges = ReturnType<typeof createRanges>;

/** Selecting a rectangle of a table's cells, and what is done to it: copying, clearing, filling down. */
export function createRanges({ store, map, canFill, show }: RangesParts) {
  /** The range, when it is in this table. */
  function now(): CellRange | null {
    const range = store.range.get();
    return range && map.placeOf(range.anchor) ? range : null;
  }
  const end = (): void => store.range.set(null);

  function stretch(anchor: CellId, to: CellId): void {
    store.range.set(to === anchor ? null : rangeOf(map, anchor, to));
    show(to);
  }

  function arrow(anchor: CellId, move: Arrow): void {
    const next = moveFrom(map, now()?.end ?? anchor, move, canFill);
    if (next) stretch(anchor, next);
  }

  /** What a cell holds, as the form prints it. */
  const textAt = (id: CellId): string => printFigure(store.cell(id).get().figure, getCell(store.format, id));

  /** @returns whether anything is different now */
  function write(changes: readonly { cell: CellId; text: string }[]): boolean {
    const changed = changes.filter((change) => canFill(change.cell) && store.textOf(change.cell) !== change.text);
    if (!store.canEdit || changed.length === 0) return false;
    store.write(changed);
    return true;
  }

  const clear = ({ cells }: CellRange): boolean => write(cells.map((cell) => ({ cell, text: '' })));

  const fill = (focus: CellId): boolean =>
    write(
      fillDown(map, now()?.cells ?? [focus], canFill).flatMap(({ cell, from }) => {
        const text = store.cell(from).get().figure.state === 'unreadable' ? store.textOf(from) : textAt(from);
        return text === '' ? [] : [{ cell, text }];
      }),
    );

  const isFill = (event: KeyPress): boolean => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd';
  const isClear = (event: KeyPress): boolean => event.key === 'Delete' && now() !== null;

  return {
    now,
    end,
    stretch,
    all: (anchor: CellId): void => store.range.set(wholeTable(map, anchor)),
    /** A key that writes cells. */
    changes: (event: KeyPress): boolean => isFill(event) || isClear(event),
    /** @returns whether the key belonged to the range, and whether cells are written; any other key that moves or writes ends it */
    press(event: KeyPress, cell: CellId, input: CellInput): 'shown' | 'written' | null {
      const range = now();
      const wanted = event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey ? arrowOf(event.key, input, range !== null) : null;
      if (wanted) arrow(cell, wanted);
      else if (isFill(event)) return fill(cell) ? 'written' : 'shown';
      else if (range && isClear(event)) return clear(range) ? 'written' : 'shown';
      else if (range && event.key === 'Escape') end();
      else return null;
      return 'shown';
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
    clear,
  };
}

/** Up and down always; left and right where the text ends, as without Shift, or once there is a range. */
function arrowOf(key: string, input: CellInput, hasRange: boolean): Arrow | null {
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
