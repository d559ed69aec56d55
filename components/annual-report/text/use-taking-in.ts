'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { whenIdle } from '../editor/when-idle';

/** Words are kept in the browser at the latest 300 ms after their key. */
const breathMs = 200;
const longestMs = 100;

/** Taking the words out of the box costs a little, so it waits for a breath, and then for the frame of the last key; leaving the page takes them at once. */
export function useTakingIn(take: () => void): { soon: () => void; now: () => void } {
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  const [taking] = useState(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      latest.current();
    };
    return {
      now,
      soon: () => {
        timer ??= setTimeout(() => whenIdle(now, longestMs), breathMs);
      },
    };
  });
  useEffect(() => {
    addEventListener('pagehide', taking.now);
    return () => {
      removeEventListener('pagehide', taking.now);
      taking.now();
    };
  }, [taking]);
  return taking;
}
