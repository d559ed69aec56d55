import { type CompositionEvent, type KeyboardEvent, useRef } from 'react';

/**
 * Whether an input method is at work. Keys belong to it from compositionstart on, and for one tick after compositionend:
 * Safari sends the Enter that picked a candidate only then. `keyCode` 229 is the same for browsers without `isComposing`.
 */
export function useComposition() {
  const isOn = useRef(false);
  const hasJustEnded = useRef(false);
  return {
    start(event: CompositionEvent<HTMLElement>) {
      isOn.current = true;
      event.target instanceof HTMLElement && event.target.setAttribute('data-composing', '');
    },
    end(event: CompositionEvent<HTMLElement>) {
      isOn.current = false;
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
