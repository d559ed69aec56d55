'use client';

import { useEffect } from 'react';
import { isTyping } from '../ui/is-typing';

/** J and K, wherever the focus is, except where somebody is typing or a dialog stands before the rows; a key held down is pressed once. */
export function useRowKeys(keys: { next: () => void; previous: () => void }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      if (event.key === 'j' || event.key === 'J') keys.next();
      else if (event.key === 'k' || event.key === 'K') keys.previous();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys]);
}
