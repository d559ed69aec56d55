'use client';

import { useEffect, useState } from 'react';

/** Shorter than this, the answer comes before anybody wonders. */
const untilToldMs = 500;

/**
 * What is being done and that it goes on, for whatever may take longer than a second. It appears after half a second, is read
 * out once, and counts the seconds for the eye. Whoever reduces motion gets a bar that stands still.
 *
 * Stands in a live region that was there before (`ActAnswer`, `DownloadAnswer`), else it is not heard.
 */
export function Working({ what, seconds }: { what: string; seconds: (count: number) => string }) {
  const [since] = useState(() => Date.now());
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setPassedMs(Date.now() - since), untilToldMs);
    return () => clearInterval(timer);
  }, [since]);
  if (passedMs < untilToldMs) return null;
  const count = Math.floor(passedMs / 1000);
  return (
    <div className="flex flex-col gap-1 rounded border border-act/30 bg-act-soft px-3 py-2 text-body leading-6">
      <p className="flex flex-wrap justify-between gap-x-3">
        {what}
        <span aria-hidden="true" className="text-note text-muted">
          {count >= 2 && seconds(count)}
        </span>
      </p>
      <span aria-hidden="true" className="h-1 w-full overflow-hidden rounded bg-act/20">
        <span className="block h-1 w-1/3 animate-[working_1.4s_ease-in-out_infinite] rounded bg-act motion-reduce:w-full motion-reduce:animate-none motion-reduce:opacity-40" />
      </span>
    </div>
  );
}
