'use client';

import clsx from 'clsx';
import { useMessages } from '../messages/messages-provider';

const widths = ['w-full', 'w-11/12', 'w-4/5'];

/**
 * Where something is about to stand: as high as it will be, so that nothing below it moves when it comes.
 *
 * @param lines how many lines of text it will be, about
 */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const { common } = useMessages();
  return (
    <div className={clsx('flex flex-col', className)}>
      <span className="sr-only">{common.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={line} aria-hidden="true" className={clsx('skeleton', widths[line % widths.length])} />
      ))}
    </div>
  );
}
