import type { CellId } from '@/server/domain/formats';
import { createCellKeys } from '../entry/cell-keys';
import type { CellInput, KeyPress } from '../entry/key-press';
import { createRanges } from '../entry/ranges';
import type { GridMap } from '../grid/grid-map';
import type { CellRange } from '../grid/range';
import { createFormStore } from '../store/form-store';
import { aForm } from './a-form';

/** What a person sees in a table of the form, and what keys and clicks do to it. */
export interface TypingHand {
  /** As on a keyboard: `7`, `Enter`, `Shift+Tab`, `Ctrl+Z`. */
  press(...keys: string[]): void;
  click(cell: CellId): void;
  text(cell: CellId): string;
  focus(): CellId;
  /** What is selected of the text of the cell one is in, and where the caret stands. */
  selection(): [number, number];
  range(): CellRange | null;
  isInDetails(): boolean;
  store: ReturnType<typeof createFormStore>;
}

/** A table with inputs as a browser has them: what the table does not take of a key is done by the input itself. */
export function createTypingHand({
  map,
  canFill,
  first,
  texts = {},
}: {
  map: GridMap;
  canFill: (cell: CellId) => boolean;
  first: CellId;
  texts?: Readonly<Record<CellId, string>>;
}): TypingHand {
  const store = createFormStore(aForm(texts), '沈');
  const inputs = new Map(map.cells.map((cell) => [cell, anInput(store.textOf(cell), !canFill(cell))]));
  let focused: CellId | null = null;
  let isInDetails = false;

  const inputOf = (cell: CellId): FakeInput => inputs.get(cell) ?? anInput('', true);
  const ranges = createRanges({ store, map, canFill, show: () => {} });
  const keys = createCellKeys({
    store,
    map,
    ranges,
    canFill,
    focus: (cell) => focusOn(cell),
    goTo: (cell) => focusOn(cell),
    onDetails() {
      isInDetails = true;
    },
  });
  for (const cell of map.cells) {
    let { revision } = store.cell(cell).get();
    store.cell(cell).subscribe(() => {
      const view = store.cell(cell).get();
      const input = inputOf(cell);
      if (view.revision === revision) return;
      revision = view.revision;
      if (input.value === view.text) return;
      const isAll = focused === cell && input.selectionStart === 0 && input.selectionEnd === input.value.length;
      input.value = view.text;
      if (isAll) input.select();
    });
  }

  function focusOn(cell: CellId): void {
    if (focused === cell) return;
    if (focused) keys.left(focused, inputOf(focused), true);
    focused = cell;
    keys.entered(cell, inputOf(cell));
  }

  function press(pressed: string): void {
    const event = eventOf(pressed);
    const cell = focused ?? first;
    const input = inputOf(cell);
    if (keys.press(event, cell, input)) return;
    if (event.key === 'Tab') {
      const stops = map.cells.filter(canFill);
      const next = event.shiftKey
        ? map.cells.slice(0, map.cells.indexOf(cell)).findLast(canFill)
        : map.cells.slice(map.cells.indexOf(cell) + 1).find(canFill);
      if (next && stops.includes(next)) focusOn(next);
    } else if (input.takes(event)) keys.typed(cell, input);
  }

  focusOn(first);
  return {
    store,
    press: (...all) => {
      for (const one of all) press(one);
    },
    click(cell) {
      keys.pointed();
      ranges.end();
      if (focused === cell) inputOf(cell).caretToEnd();
      else focusOn(cell);
    },
    text: (cell) => inputOf(cell).value,
    focus: () => focused ?? first,
    selection: () => [inputOf(focused ?? first).selectionStart, inputOf(focused ?? first).selectionEnd],
    range: ranges.now,
    isInDetails: () => isInDetails,
  };
}

interface FakeInput extends CellInput {
  selectionStart: number;
  selectionEnd: number;
  caretToEnd(): void;
  /** What an input does with a key by itself. @returns whether its text was changed */
  takes(event: KeyPress): boolean;
}

function anInput(text: string, readOnly: boolean): FakeInput {
  let now = text;
  const input: FakeInput = {
    readOnly,
    selectionStart: 0,
    selectionEnd: 0,
    get value() {
      return now;
    },
    set value(next) {
      if (next === now) return;
      now = next;
      input.caretToEnd();
    },
    select() {
      [input.selectionStart, input.selectionEnd] = [0, now.length];
    },
    caretToEnd() {
      [input.selectionStart, input.selectionEnd] = [now.length, now.length];
    },
    takes({ key, ctrlKey, shiftKey }) {
      let { selectionStart: from, selectionEnd: to } = input;
      const caret = (at: number): false => {
        input.selectionStart = input.selectionEnd = Math.min(Math.max(at, 0), now.length);
        return false;
      };
      if (ctrlKey || shiftKey) return false;
      if (key === 'Home') return caret(0);
      if (key === 'End') return caret(now.length);
      if (key === 'ArrowLeft') return caret(from === to ? from - 1 : from);
      if (key === 'ArrowRight') return caret(from === to ? to + 1 : to);
      if (readOnly) return false;
      if (key === 'Backspace' && from === to) from -= 1;
      if (key === 'Delete' && from === to) to += 1;
      if (key !== 'Backspace' && key !== 'Delete' && key.length !== 1) return false;
      if (from < 0 || to > now.length) return false;
      const typed = key.length === 1 ? key : '';
      if (from === to && typed === '') return false;
      now = now.slice(0, from) + typed + now.slice(to);
      caret(from + typed.length);
      return true;
    },
  };
  return input;
}

function eventOf(pressed: string): KeyPress {
  const parts = pressed.split('+');
  const key = parts.at(-1) ?? '';
  return { key, ctrlKey: parts.includes('Ctrl'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt'), metaKey: false };
}
