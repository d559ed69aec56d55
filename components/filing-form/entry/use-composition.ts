import { type CompositionEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { Value } from '../store/value';

/**
 * Whether an input method is at work. Keys belong to it from compositionstart on, and for one tick after compositionend:
 * Safari sends the Enter that picked a candidate only then. `keyCode` 229 is the same for browsers without `isComposing`.
 *
 * @param isComposing is told as well, for the save mark: what is being composed is on the screen and not taken
 */
export function useComposition(isComposing: Value<boolean>) {
  const isOn = useRef(false);
  const hasJustEnded = useRef(false);
  // An input that is taken away while it composes never says that it has ended.
  useEffect(() => () => isComposing.set(false), [isComposing]);
  return {
    start(event: CompositionEvent<HTMLElement>) {
      isOn.current = true;
      isComposing.set(true);
      event.target instanceof HTMLElement && event.target.setAttribute('data-composing', '');
    },
    end(event: CompositionEvent<HTMLElement>) {
      isOn.current = false;
      isComposing.set(false);
      event.target instanceof HTMLElement && event.target.removeAttribute('data-composing');
      hasJustEnded.current = true;
      setTimeout(() => {
        hasJustEnded.current = false;
      });
    },
    isOn: () => isOn.current,
    ownsKey: (event: KeyboardEvent) =>
      isOn.current || hasJustEnded.current || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229,
  };
}
