'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { digestKit } from './digest/late-digest';

type Kit = typeof import('./digest/shown-digest');

/**
 * What of a report is looked at: its paper with everything beside it, or the 图解. The paper stays in the page, with what is half typed in it.
 * `#digest` in the address opens the picture.
 */
export function useSeen(): { seen: 'paper' | 'digest'; kit: Kit | null; look: (at: 'paper' | 'digest') => void } {
  const [seen, setSeen] = useState<'paper' | 'digest'>('paper');
  const [kit, setKit] = useState<Kit | null>(null);
  const look = (at: 'paper' | 'digest') => {
    // Whoever is led to a place of the paper right after finds it there.
    if (at === 'paper') flushSync(() => setSeen(at));
    else
      digestKit.use((there) => {
        setKit(there);
        setSeen(at);
      });
  };
  const follow = useEffectEvent(() => {
    if (location.hash === '#digest') look('digest');
  });
  useEffect(() => {
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return { seen, kit, look };
}
