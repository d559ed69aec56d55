import { useEffect, useRef } from 'react';

/**
 * A button that goes away by its own act leaves the focus nowhere, and whoever works by keys at the top of the page again. The one that takes its place in
 * `box` gets it then; where there is none, the page's main part.
 *
 * @returns box: what the buttons stand in; remember: called with the button when it is pressed
 */
export function useFocusKept<Box extends HTMLElement>() {
  const box = useRef<Box>(null);
  const pressed = useRef<{ button: HTMLElement; at: number } | null>(null);
  // After each drawing: the button goes when the page has been loaded anew, and its neighbours may rest until then.
  useEffect(() => {
    const was = pressed.current;
    if (!was || was.button.isConnected) return;
    if (isFocusLost()) {
      const buttons = buttonsIn(box.current);
      (buttons[Math.min(was.at, buttons.length - 1)] ?? mainPart())?.focus();
    }
    if (!isFocusLost()) pressed.current = null;
  });
  useEffect(
    () => () => {
      if (pressed.current && !pressed.current.button.isConnected && isFocusLost()) mainPart()?.focus();
    },
    [],
  );
  const remember = (button: HTMLElement) => {
    pressed.current = { button, at: buttonsIn(box.current).indexOf(button) };
  };
  return { box, remember };
}

function buttonsIn(box: HTMLElement | null): HTMLElement[] {
  return box ? [...box.querySelectorAll('button')] : [];
}

function mainPart(): HTMLElement | null {
  return document.getElementById('main');
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
