'use client';

import { useMessages } from '../messages/messages-provider';
import { Icon } from './icon';
import { Link } from './link';

/** The way up from here, above the head of a page: each place a link, the nearest last. What the page itself is, its head says. */
export function Breadcrumb({ places }: { places: readonly { words: string; href: string }[] }) {
  const { common } = useMessages();
  return (
    <nav aria-label={common.wayUp} className="pb-1 print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1 text-note leading-5">
        {places.map(({ words, href }, index) => (
          <li key={href} className="flex items-center gap-x-1">
            <Icon name={index === 0 ? 'back' : 'next'} className="text-muted" />
            <Link href={href} className="inline-flex min-h-6 items-center text-act underline underline-offset-2">
              {words}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
