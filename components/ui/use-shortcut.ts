'use client';

import { useEffect } from 'react';

/**
 * Alt and a key, wherever the focus is, for the few acts that everybody does every quarter. The place of the key counts, not
 * its letter: with Alt some keyboards write another. An open dialog has the keyboard to itself.
 */
export function useShortcut(code: 'Digit0' | 'KeyB' | 'KeyM', act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat || event.isComposing) return;
      if (event.code !== code || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [code, act]);
}
