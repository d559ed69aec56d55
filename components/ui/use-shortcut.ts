'use client';

import { useLayoutEffect } from 'react';

/**
 * Alt and a key, wherever the focus is, for the few acts that everybody does every quarter. The place of the key counts, not
 * its letter: with Alt some keyboards write another. An open dialog has the keyboard to itself.
 */
export function useShortcut(code: 'Digit0' | 'KeyB' | 'KeyM' | 'KeyR' | 'PageDown' | 'PageUp', act: () => void): void {
  // Before the frame that shows what the key leads to: a quick hand presses it as soon as that is seen.
  useLayoutEffect(() => {
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
