import clsx from 'clsx';
import type { ReactNode } from 'react';

/**
 * How much of something is done: a bar, and the words that say it.
 *
 * @param label its name for a screen reader
 * @param words what stands beside the bar; the bar is never alone
 */
export function Progress({
  label,
  done,
  of,
  words,
  className,
}: {
  label: string;
  done: number;
  of: number;
  words: ReactNode;
  className?: string;
}) {
  return (
    <span className={clsx('flex items-center gap-2 text-note leading-5', className)}>
      <progress aria-label={label} value={done} max={Math.max(of, 1)} className={clsx('progress', done >= of && 'text-done')} />
      <span className="whitespace-nowrap">{words}</span>
    </span>
  );
}
