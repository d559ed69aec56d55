'use client';

import { useEffect } from 'react';
import { useMessages } from '../../messages/messages-provider';

const shownForMs = 8_000;

/** That a paste has been done, and how to undo it; it floats, so that nothing moves, and goes by itself. */
export function PasteDone({ count, onGone }: { count: number; onGone: () => void }) {
  const { paste } = useMessages().clerk;
  useEffect(() => {
    if (count === 0) return;
    const timer = setTimeout(onGone, shownForMs);
    return () => clearTimeout(timer);
  }, [count, onGone]);
  return (
    <div aria-live="polite" className="pointer-events-none fixed bottom-5 left-1/2 z-40 -translate-x-1/2">
      {count > 0 && (
        <p className="rounded border border-done/40 bg-done-soft px-4 py-2 text-[15px] text-done shadow-md">✓ {paste.done(count)}</p>
      )}
    </div>
  );
}
