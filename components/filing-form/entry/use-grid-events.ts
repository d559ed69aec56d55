import { type ClipboardEvent, type FocusEvent, type FormEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { CellId } from '@/server/domain/formats';
import type { GridMap } from '../grid/grid-map';
import { type Move, moveFrom } from '../grid/moves';
import { isSingle } from '../paste/pasted-block';
import { isReadOnly, needsDryRun, type PastePlan, planFill, planPaste } from '../paste/plan-paste';
import { readClipboard } from '../paste/read-clipboard';
import type { FormStore } from '../store/form-store';
import { noteKeyPress } from '../store/use-late-value';
import { cellOf, inputOf } from './cell-element';
import { useComposition } from './use-composition';
import { useRange } from './use-range';

export interface GridEvents {
  store: FormStore;
  map: GridMap;
  /** A paste that has to be looked at first. */
  onDryRun(plan: PastePlan): void;
  onPasted(count: number): void;
  goTo(cell: CellId): void;
  /** Ctrl+Enter: from the cell to what is said about it. */
  onDetails(): void;
}

/** Everything that happens in the cells of a table, heard once on the table: typing, composing, moving, pasting, undoing. */
export function useGridEvents({ store, map, onDryRun, onPasted, goTo, onDetails }: GridEvents) {
  const composition = useComposition(store);
  /** The text of the cell when it was entered: what Esc brings back. */
  const entered = useRef('');
  const hasJustEntered = useRef(false);
  const canFill = (id: CellId): boolean => {
    const cell = store.format.cells.get(id);
    return cell !== undefined && !isReadOnly(cell);
  };

  const range = useRange({
    store,
    map,
    canFill,
    onWritten: (cell) => {
      entered.current = store.textOf(cell);
    },
  });

  function focusOn(cell: CellId | null): void {
    if (cell) inputOf(cell)?.focus();
  }

  function setText(cell: CellId, input: HTMLInputElement, text: string): void {
    input.value = text;
    store.type(cell, text);
    store.commit();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = cellOf(event.target);
    noteKeyPress();
    if (!at || composition.ownsKey(event)) return;
    const { cell, input } = at;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand || event.key === 'Escape' || event.key === 'Delete') store.settle();
    if (range.onKey(event, cell, input)) return;
    if (isCommand && event.key === 'Enter') {
      event.preventDefault();
      onDetails();
      return;
    }
    if (isCommand && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      const isRedo = event.key.toLowerCase() === 'y' || event.shiftKey;
      if (!store.canEdit) return;
      if (!isRedo && input.value !== entered.current) setText(cell, input, entered.current);
      else {
        const changed = isRedo ? store.redo() : store.undo();
        if (changed === cell) entered.current = store.textOf(cell);
        else if (changed) goTo(changed);
      }
      return;
    }
    if (event.key === 'Escape' && store.canEdit && input.value !== entered.current) {
      event.preventDefault();
      setText(cell, input, entered.current);
      input.select();
      return;
    }
    const move = moveOf(event, input);
    if (!move) return;
    range.end();
    const next = moveFrom(map, cell, move, canFill);
    event.preventDefault();
    if (move === 'enter' || move === 'enter_back') store.commitSoon();
    focusOn(next);
  }

  function onPaste(event: ClipboardEvent): void {
    const at = cellOf(event.target);
    if (!at || !store.canEdit) return;
    store.settle();
    const block = readClipboard(event.clipboardData);
    const selected = range.now()?.cells ?? [];
    if (isSingle(block) && selected.length < 2) {
      setTimeout(store.commit);
      return;
    }
    event.preventDefault();
    const textAt = store.textOf;
    const target = { format: store.format, map, from: selected[0] ?? at.cell, textAt };
    const plan = isSingle(block) ? planFill(block[0]?.[0] ?? '', selected, target) : planPaste(block, target);
    if (needsDryRun(plan)) onDryRun(plan);
    else {
      store.write(plan.write);
      onPasted(plan.write.length);
      entered.current = textAt(at.cell);
    }
  }

  return {
    onKeyDown,
    onPaste,
    onMouseDown: range.onMouseDown,
    onMouseOver: range.onMouseOver,
    onCopy(event: ClipboardEvent) {
      store.settle();
      if (cellOf(event.target) && range.copy(event.clipboardData)) event.preventDefault();
    },
    onCut(event: ClipboardEvent) {
      store.settle();
      const at = cellOf(event.target);
      if (at && range.cut(event.clipboardData, at.cell)) event.preventDefault();
    },
    onCompositionStart(event: React.CompositionEvent<HTMLElement>) {
      range.end();
      const at = cellOf(event.target);
      if (at) composition.start(event, at.cell);
    },
    onCompositionEnd(event: React.CompositionEvent<HTMLElement>) {
      const at = cellOf(event.target);
      if (at) store.type(at.cell, at.input.value);
      composition.end(event);
    },
    onInput(event: FormEvent) {
      range.end();
      const at = cellOf(event.target);
      if (at && !composition.isOn()) store.type(at.cell, at.input.value);
    },
    onFocus(event: FocusEvent) {
      const at = cellOf(event.target);
      if (!at) return;
      if (range.now()?.anchor !== at.cell) range.end();
      entered.current = store.textOf(at.cell);
      hasJustEntered.current = true;
      store.focus.set(at.cell);
      at.input.select();
    },
    /** A click selects the whole figure, as entering it by the keyboard does; a second click sets the caret. */
    onMouseUp(event: MouseEvent) {
      const at = cellOf(event.target);
      if (at?.input === document.activeElement && hasJustEntered.current && at.input.selectionStart === at.input.selectionEnd)
        at.input.select();
      hasJustEntered.current = false;
    },
    onBlur(event: FocusEvent) {
      const at = cellOf(event.target);
      if (!at || !store.canEdit) return;
      if (at.input.value !== entered.current && !at.input.readOnly)
        store.remember([{ cell: at.cell, before: entered.current, after: at.input.value }]);
      store.commitSoon();
    },
  };
}

/** The move a key asks for; null when the key is the input's own. */
function moveOf(event: KeyboardEvent, input: HTMLInputElement): Move | null {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand) return event.key === 'Home' ? 'first' : event.key === 'End' ? 'last' : null;
  if (event.altKey) return null;
  if (event.key === 'Enter') return event.shiftKey ? 'enter_back' : 'enter';
  if (event.shiftKey) return null;
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
