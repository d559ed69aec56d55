'use client';

import clsx from 'clsx';
import { useIsOnItsWay } from './link';

/**
 * Within a link, while its page is fetched. There is no `loading.tsx`: with it a page that is not there would answer 200, because
 * the answer has begun before the page is asked.
 */
export function OnTheWay({ className }: { className?: string }) {
  const isPending = useIsOnItsWay();
  return (
    <span aria-hidden="true" className={clsx('w-3 transition-opacity delay-150', isPending ? 'opacity-100' : 'opacity-0', className)}>
      …
    </span>
  );
}
