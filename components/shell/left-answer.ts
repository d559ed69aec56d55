'use client';

import { useEffect, useEffectEvent } from 'react';
import type { Answer } from './answer';

let left: { path: string; answer: Answer } | null = null;

/** For an act that ends on another page: what came of it is told there. */
export function leaveAnswer(path: string, answer: Answer): void {
  left = { path, answer };
}

/** Takes what an act on the page before has left for this one, once; after the page stands, so that the live region is there to be heard. */
export function useLeftAnswer(path: string, onAnswer: (answer: Answer) => void): void {
  const take = useEffectEvent(() => {
    if (left?.path === path) onAnswer(left.answer);
    left = null;
  });
  useEffect(() => take(), []);
}
