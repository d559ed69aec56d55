import { shownInField, textOfField } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import type { GridMap } from '../grid/grid-map';
import { enterFrom, type Move, moveFrom } from '../grid/moves';
import type { FormStore } from '../store/form-store';
import type { CellInput, KeyPress } from './key-press';
import type { Ranges } from './ranges';

export interface CellKeysParts {
  store: FormStore;
  map: GridMap;
  ranges: Ranges;
  canFill(cell: CellId): boolean;
  /** Gives a cell of this table the focus. */
  focus(cell: CellId): void;
  /** The same wherever it is in the form. */
  goTo(cell: CellId): void;
  onDetails(): void;
}

export type CellKeys = ReturnType<typeof createCellKeys>;

/**
 * What keys do in the cells of a table: those of Excel and WPS, with every cell an input. The table of them is in the README. An edit is what is
 * typed into a cell from its first key until it is left, Enter, or an act that has to know about it; it is one step back.
 */
export function createCellKeys({ store, map, ranges, canFill, focus, goTo, onDetails }: CellKeysParts) {
  /** What stood in the cell before the edit that is under way; null: none is. */
  let before: string | null = null;
  /** Where a run of Tabs began: Enter leads back into its column. */
  let tabbedFrom: CellId | null = null;
  let isTabbing = false;
  /** Ctrl+A has taken the text of this cell, and nothing came since. */
  let taken: CellId | null = null;

  /** From here on it can be undone, and what was undone before it is gone. */
  function finishEdit(cell: CellId, input: CellInput): void {
    const was = before;
    before = null;
    const after = store.textOf(cell);
    if (was === null || input.readOnly || was === after) return;
    store.remember([{ cell, before: was, after }]);
  }

  /** The next key replaces what stands there, as in a cell one has just come to. */
  function showStored(cell: CellId, input: CellInput): void {
    before = null;
    input.value = shownInField(store.textOf(cell));
    input.select();
  }

  function goBackOrForth(cell: CellId, input: CellInput, isRedo: boolean): void {
    finishEdit(cell, input);
    const changed = isRedo ? store.redo() : store.undo();
    if (changed === null) return;
    if (input.value !== shownInField(store.textOf(cell)) || changed === cell) showStored(cell, input);
    if (changed !== cell) goTo(changed);
  }

  function enter(cell: CellId, input: CellInput, isBack: boolean): void {
    finishEdit(cell, input);
    const start = (isBack ? null : tabbedFrom) ?? cell;
    tabbedFrom = null;
    const row = map.placeOf(cell)?.row ?? 0;
    const column = map.placeOf(start)?.column ?? 0;
    const next = enterFrom(map, { row, column, cell }, isBack ? -1 : 1, canFill);
    store.commitSoon();
    if (next) focus(next);
    else input.select();
  }

  /** @returns whether the key is the table's; any other is the input's own */
  function press(event: KeyPress, cell: CellId, input: CellInput): boolean {
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isModifier(event.key)) return false;
    const wasTaken = taken === cell;
    taken = null;
    isTabbing = false;
    if (isCommand || key === 'escape' || key === 'delete') store.settle();
    if (isCommand && key === 'a') {
      if (ranges.now() || wasTaken) ranges.all(cell);
      else {
        input.select();
        taken = cell;
      }
      return true;
    }
    if (ranges.changes(event)) finishEdit(cell, input);
    const ranged = ranges.press(event, cell, input);
    if (ranged === 'written') showStored(cell, input);
    if (ranged) return true;
    if (key === 'delete' && !isCommand && !event.altKey && !event.shiftKey && isWhollySelected(input) && store.canEdit && canFill(cell)) {
      finishEdit(cell, input);
      store.write([{ cell, text: '' }]);
      showStored(cell, input);
      return true;
    }
    if (isCommand && key === 'enter') {
      onDetails();
      return true;
    }
    if (isCommand && (key === 'z' || key === 'y')) {
      if (store.canEdit) goBackOrForth(cell, input, key === 'y' || event.shiftKey);
      return true;
    }
    if (key === 'escape' && store.canEdit && before !== null && store.textOf(cell) !== before) {
      input.value = shownInField(before);
      store.type(cell, before);
      store.commit();
      showStored(cell, input);
      return true;
    }
    if (key === 'tab' && !isCommand && !event.altKey) {
      tabbedFrom ??= cell;
      isTabbing = true;
      return false;
    }
    if (key === 'enter' && !event.altKey) {
      ranges.end();
      enter(cell, input, event.shiftKey);
      return true;
    }
    const move = moveOf(event, input);
    if (!move) return false;
    ranges.end();
    const next = moveFrom(map, cell, move, canFill);
    if (next) focus(next);
    return true;
  }

  return {
    press,
    finishEdit,
    showStored,
    /** The text of the input is another: a key, the input method, a paste of the browser's own. */
    typed(cell: CellId, input: CellInput): void {
      taken = null;
      ranges.end();
      before ??= store.textOf(cell);
      store.type(cell, textOfField(store.textOf(cell), input.value));
    },
    /** A copied text was put into that of the cell: part of the edit that is under way. */
    inserted(cell: CellId, input: CellInput, text: string): void {
      taken = null;
      ranges.end();
      before ??= store.textOf(cell);
      input.value = shownInField(text);
      store.type(cell, text);
      store.commit();
    },
    entered(cell: CellId, input: CellInput): void {
      if (!isTabbing) tabbedFrom = null;
      isTabbing = false;
      taken = null;
      before = null;
      if (ranges.now()?.anchor !== cell) ranges.end();
      store.focus.set(cell);
      input.select();
    },
    /** @param isWithin it goes to another cell of this table */
    left(cell: CellId, input: CellInput, isWithin: boolean): void {
      if (!isWithin) {
        isTabbing = false;
        tabbedFrom = null;
      }
      if (!store.canEdit) return;
      finishEdit(cell, input);
      store.commitSoon();
    },
    /** A pointer was pressed: what keys had begun is over. */
    pointed(): void {
      taken = null;
      tabbedFrom = null;
      isTabbing = false;
    },
  };
}

function isWhollySelected(input: CellInput): boolean {
  return input.value !== '' && input.selectionStart === 0 && input.selectionEnd === input.value.length;
}

function isModifier(key: string): boolean {
  return key === 'Control' || key === 'Shift' || key === 'Alt' || key === 'Meta';
}

/** The move a key asks for; null when the key is the input's own. */
function moveOf(event: KeyPress, input: CellInput): Move | null {
  if (event.ctrlKey || event.metaKey) return event.key === 'Home' ? 'first' : event.key === 'End' ? 'last' : null;
  if (event.altKey || event.shiftKey) return null;
  switch (event.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return input.readOnly || input.selectionStart === 0 ? 'left' : null;
    case 'ArrowRight':
      return input.readOnly || input.selectionEnd === input.value.length ? 'right' : null;
    default:
      return null;
  }
}
