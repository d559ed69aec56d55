import {
  type ClipboardEvent,
  type DragEvent,
  type FocusEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
} from 'react';
import type { CellId } from '@/server/domain/formats';
import { heldData } from '../../clipboard/late-reader';
import type { GridMap } from '../grid/grid-map';
import { isReadOnly } from '../grid/read-only';
import { pasteKit } from '../paste/late-paste';
import type { PlannedPaste } from '../paste/paste-act';
import type { Hidden } from '../paste/plan-paste';
import type { FormStore } from '../store/form-store';
import { noteKeyPress } from '../store/use-late-value';
import { cellOf, inputOf } from './cell-element';
import { createCellKeys } from './cell-keys';
import { hearKeysFirst } from './hear-keys-first';
import type { AskedPaste } from './paste-dialog';
import { useComposition } from './use-composition';
import { useRange } from './use-range';

export interface GridEvents {
  store: FormStore;
  map: GridMap;
  /** A paste that has to be looked at first. */
  onDryRun(asked: Omit<AskedPaste, 'picture'>): void;
  /** A paste that is done, and what its source hides. */
  onPasted(count: number, hidden: Hidden | null): void;
  goTo(cell: CellId): void;
  /** Ctrl+Enter: from the cell to what is said about it. */
  onDetails(): void;
}

/** The form comes first. */
const restMs = 500;

/** Everything that happens in the cells of a table, heard once for all of them: typing, composing, moving, pasting, undoing. */
export function useGridEvents({ store, map, onDryRun, onPasted, goTo, onDetails }: GridEvents) {
  const composition = useComposition(store);
  const hasJustEntered = useRef(false);
  const canFill = useCallback(
    (id: CellId): boolean => {
      const cell = store.format.cells.get(id);
      return cell !== undefined && !isReadOnly(cell);
    },
    [store],
  );
  const { ranges, onMouseDown, onMouseOver } = useRange({ store, map, canFill });
  const keys = useMemo(
    () => createCellKeys({ store, map, ranges, canFill, focus: (cell) => inputOf(cell)?.focus(), goTo, onDetails }),
    [store, map, ranges, canFill, goTo, onDetails],
  );

  useEffect(() => {
    const timer = setTimeout(pasteKit.preload, restMs);
    return () => clearTimeout(timer);
  }, []);

  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const at = cellOf(event.target);
    noteKeyPress();
    if (!at || composition.ownsKey(event)) return;
    if (keys.press(event, at.cell, at.input)) event.preventDefault();
  });

  const onInput = useEffectEvent((event: Event): void => {
    const at = cellOf(event.target);
    if (at && !composition.isOn()) keys.typed(at.cell, at.input);
    else ranges.end();
  });

  useEffect(() => hearKeysFirst((cell) => map.placeOf(cell) !== null, { onKeyDown, onInput }), [map]);

  function onPaste(event: ClipboardEvent): void {
    const at = cellOf(event.target);
    if (!at || !store.canEdit) return;
    store.settle();
    event.preventDefault();
    take(event.clipboardData, at);
  }

  /** Every text that is copied comes in here: the input's own way drops line breaks and knows nothing of what is hidden. */
  function take(data: DataTransfer, at: { cell: CellId; input: HTMLInputElement }): void {
    const held = heldData(data);
    pasteKit.use((kit) => takeHeld(kit, held, at));
  }

  function takeHeld(
    kit: typeof import('../paste/paste-kit'),
    held: Pick<DataTransfer, 'getData'>,
    { cell, input }: { cell: CellId; input: HTMLInputElement },
  ): void {
    const selected = ranges.now()?.cells ?? [];
    const act = kit.pasteAct(kit.readClipboard(held), selected, targetAt(selected[0] ?? cell));
    if (act.kind === 'plan') {
      keys.finishEdit(cell, input);
      writePlan(kit, act, { cell, input });
      return;
    }
    if (act.text !== '' && !input.readOnly) {
      const next = kit.insertCopied(input, store.textOf(cell), act.text);
      keys.inserted(cell, input, next.text);
      input.setSelectionRange(next.caret, next.caret);
    }
    if (act.struck !== undefined) store.noteStruck([{ cell, struck: act.struck }]);
  }

  const targetAt = (from: CellId) => ({ format: store.format, map, from, textAt: store.textOf, figures: store.figures() });

  function writePlan(
    kit: typeof import('../paste/paste-kit'),
    { plan, isAsked }: PlannedPaste,
    { cell, input }: { cell: CellId; input: HTMLInputElement },
  ): void {
    if (isAsked) onDryRun({ plan, Preview: kit.PastePreview });
    else {
      store.write(plan.write);
      onPasted(plan.write.length, plan.hidden);
      keys.showStored(cell, input);
    }
  }

  /** The offer of a cell that holds a text with breaks: from there on cell by cell, in one step. */
  function onClick(event: MouseEvent): void {
    const offer = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-apart]') : null;
    const at = offer && cellOf(inputOf(offer.dataset.apart ?? ''));
    if (!at) return;
    at.input.focus();
    store.settle();
    pasteKit.use((kit) => writePlan(kit, kit.fillApart(store.textOf(at.cell), targetAt(at.cell)), at));
  }

  return {
    onPaste,
    onDrop(event: DragEvent) {
      const at = cellOf(event.target);
      if (!at || !store.canEdit) return;
      event.preventDefault();
      store.settle();
      at.input.focus();
      take(event.dataTransfer, at);
    },
    onMouseDown(event: MouseEvent) {
      keys.pointed();
      onMouseDown(event);
    },
    onMouseOver,
    onClick,
    onCopy(event: ClipboardEvent) {
      store.settle();
      if (cellOf(event.target) && ranges.copy(event.clipboardData)) event.preventDefault();
    },
    onCut(event: ClipboardEvent) {
      store.settle();
      const at = cellOf(event.target);
      const range = ranges.now();
      if (!at || !range || !ranges.copy(event.clipboardData)) return;
      event.preventDefault();
      keys.finishEdit(at.cell, at.input);
      if (ranges.clear(range)) keys.showStored(at.cell, at.input);
    },
    onCompositionStart(event: React.CompositionEvent<HTMLElement>) {
      ranges.end();
      const at = cellOf(event.target);
      if (at) composition.start(event, at.cell);
    },
    onCompositionEnd(event: React.CompositionEvent<HTMLElement>) {
      const at = cellOf(event.target);
      if (at) keys.typed(at.cell, at.input);
      composition.end(event);
    },
    onFocus(event: FocusEvent) {
      const at = cellOf(event.target);
      if (!at) return;
      hasJustEntered.current = true;
      keys.entered(at.cell, at.input);
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
      const to = event.relatedTarget && cellOf(event.relatedTarget)?.cell;
      if (at) keys.left(at.cell, at.input, Boolean(to && map.placeOf(to)));
    },
  };
}
