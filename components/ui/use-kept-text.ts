'use client';

import { useState } from 'react';

/** What was typed and not sent, by place, for as long as the page is open in this tab. */
const kept = new Map<string, string>();

/**
 * A text that outlives the dialog it is typed in: closed by Esc or by mistake and opened again, it stands there still. The act
 * that sends it forgets it.
 *
 * @param place names act and object, so that a reason for one is never offered for another
 * @param initial what stands there while nothing was typed
 */
export function useKeptText(place: string, initial = ''): [text: string, setText: (text: string) => void, forget: () => void] {
  const [typed, setTyped] = useState<{ place: string; text: string } | null>(null);
  const text = typed?.place === place ? typed.text : (kept.get(place) ?? initial);
  const setText = (next: string) => {
    kept.set(place, next);
    setTyped({ place, text: next });
  };
  const forget = () => {
    kept.delete(place);
    setTyped(null);
  };
  return [text, setText, forget];
}
