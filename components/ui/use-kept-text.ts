'use client';

import { useContext, useSyncExternalStore } from 'react';
import { KeptOwner } from './kept-owner';
import { keptTexts } from './kept-texts';

/**
 * A text that outlives the dialog it is typed in, and a reload: closed by Esc or by mistake and opened again, it stands there still. The
 * act that sends it forgets it, and so does signing out.
 *
 * @param place names act and object, so that a reason for one is never offered for another
 * @param initial what stands there while nothing was typed
 */
export function useKeptText(place: string, initial = ''): [text: string, setText: (text: string) => void, forget: () => void] {
  const owner = useContext(KeptOwner);
  const kept = useSyncExternalStore(
    keptTexts.subscribe,
    () => keptTexts.read(owner, place),
    () => null,
  );
  return [kept ?? initial, (text) => keptTexts.keep(owner, place, text), () => keptTexts.forget(owner, place)];
}
