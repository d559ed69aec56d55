import { type CompositionEvent, useEffect, useRef } from 'react';
import type { FormStore } from '../store/form-store';

/**
 * Whether an input method is at work. Keys belong to it from compositionstart on, and for one tick after compositionend:
 * Safari sends the Enter that picked a candidate only then. `keyCode` 229 is the same for browsers without `isComposing`.
 *
 * @param store is told as well: what is being composed is on the screen and not taken, and nothing may be written over it
 */
export function useComposition(store: FormStore) {
  const isOn = useRef(false);
  const hasJustEnded = useRef(false);
  // An input that is taken away while it composes never says that it has ended.
  useEffect(() => store.release, [store]);
  return {
    start(event: CompositionEvent<HTMLElement>, place: string) {
      isOn.current = true;
      store.hold(place);
      event.target instanceof HTMLElement && event.target.setAttribute('data-composing', '');
    },
    /** After what came out of it was typed. */
    end(event: CompositionEvent<HTMLElement>) {
      isOn.current = false;
      store.release();
      event.target instanceof HTMLElement && event.target.removeAttribute('data-composing');
      hasJustEnded.current = true;
      setTimeout(() => {
        hasJustEnded.current = false;
      });
    },
    isOn: () => isOn.current,
    ownsKey: (event: KeyboardEvent) => isOn.current || hasJustEnded.current || event.isComposing || event.keyCode === 229,
  };
}
