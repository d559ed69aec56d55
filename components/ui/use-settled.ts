'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

/** So long nobody can have read what came under their hand. */
export const settleMs = 1000;
const lookEveryMs = 150;

interface Place {
  left: number;
  top: number;
}

interface Click extends Place {
  at: number;
  target: EventTarget | null;
}

/** Clicks of the last second anywhere on the page. */
let clicks: readonly Click[] = [];

function remember(event: MouseEvent): void {
  const recent = clicks.filter((one) => event.timeStamp - one.at < settleMs);
  // A click that a key made has no place under a hand.
  clicks =
    event.detail === 0 ? recent : [...recent, { left: event.clientX, top: event.clientY, at: event.timeStamp, target: event.target }];
}

/**
 * Whether a control has stood where it stands for a second. One that has just come, or has moved into the place of another, is not settled;
 * scrolling the page does not move it.
 *
 * `isMeant` is asked of a click: also on a settled control it is none, when a moment ago the same place was clicked and something else stood
 * there: a dialog, a list that is gone.
 */
export function useSettled(control: RefObject<HTMLElement | null>): {
  isSettled: boolean;
  isMeant: (event: { timeStamp: number }) => boolean;
} {
  const [isSettled, setIsSettled] = useState(false);
  const seen = useRef<{ place: Place; since: number } | null>(null);

  useEffect(() => {
    window.addEventListener('click', remember, true);
    const look = () => {
      if (!control.current) return;
      const place = placeOf(control.current);
      const now = performance.now();
      if (!seen.current || !isSame(seen.current.place, place)) seen.current = { place, since: now };
      setIsSettled(now - seen.current.since >= settleMs);
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    // Between two looks it would take a click for a place it stood at before.
    let frame = 0;
    const changes = new MutationObserver(() => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        look();
      });
    });
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class', 'hidden', 'open'] });
    return () => {
      clearInterval(timer);
      cancelAnimationFrame(frame);
      changes.disconnect();
    };
  }, [control]);

  return {
    isSettled,
    isMeant({ timeStamp }) {
      const { current } = control;
      if (!current || !isSettled || !seen.current || !isSame(seen.current.place, placeOf(current))) return false;
      const box = current.getBoundingClientRect();
      return !clicks.some(
        ({ left, top, at, target }) =>
          timeStamp - at < settleMs &&
          !(target instanceof Node && current.contains(target)) &&
          left >= box.left &&
          left <= box.right &&
          top >= box.top &&
          top <= box.bottom,
      );
    },
  };
}

/** Where it stands in what scrolls with it: up to the first thing around it that stays put on the screen, else to the page. */
function placeOf(control: HTMLElement): Place {
  const place = { left: 0, top: 0 };
  for (let one: Element | null = control; one instanceof HTMLElement; one = one.offsetParent) {
    if (one !== control && staysPut(one)) break;
    place.left += one.offsetLeft;
    place.top += one.offsetTop;
  }
  return place;
}

function staysPut(element: HTMLElement): boolean {
  const { position } = getComputedStyle(element);
  return position === 'sticky' || position === 'fixed';
}

function isSame(a: Place, b: Place): boolean {
  return a.left === b.left && a.top === b.top;
}
