'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether the page's script is at work: not yet in what the server sent, nor while React takes it over. What a click on a control needs
 * the script for, the control says it takes no click until then: the click would be lost without a word.
 */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
