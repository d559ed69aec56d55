import type { CellId } from '@/server/domain/formats';
import { cellOf } from './cell-element';

/** What a key in an input is made of, in its order. */
const partsOfAKey = ['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'keyup'] as const;

export interface Heard {
  onKeyDown(event: KeyboardEvent): void;
  onInput(event: Event): void;
}

/**
 * Hears the keys of some cells before React does, which listens on the document to every part of every key, on its way in and out: that
 * cost a key more than all the form does with it. What is written into a cell goes no further; a key with Ctrl, Alt or Meta, Esc, Tab and
 * F1 do, for whoever else waits for them.
 *
 * @returns stops hearing
 */
export function hearKeysFirst(isOwn: (cell: CellId) => boolean, { onKeyDown, onInput }: Heard): () => void {
  const hear = (event: Event): void => {
    const at = cellOf(event.target);
    if (!at || !isOwn(at.cell)) return;
    if (event instanceof KeyboardEvent && isForOthersToo(event)) {
      if (event.type === 'keydown') onKeyDown(event);
      return;
    }
    event.stopPropagation();
    if (event.type === 'input') onInput(event);
    else if (event instanceof KeyboardEvent && event.type === 'keydown') onKeyDown(event);
  };
  for (const part of partsOfAKey) window.addEventListener(part, hear, true);
  return () => {
    for (const part of partsOfAKey) window.removeEventListener(part, hear, true);
  };
}

function isForOthersToo({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey || key === 'Escape' || key === 'Tab' || key === 'F1';
}
