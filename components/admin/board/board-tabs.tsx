'use client';

import clsx from 'clsx';
import { useWritingMessages } from '../../messages/writing-words';
import { OnTheWay } from '../../shell/on-the-way';
import { Link } from '../../ui/link';

/** The faces of the board: who is missing, what the year says so far, what the rules find in it, and who has more time. */
export function BoardTabs({ year, here }: { year: number; here: 'units' | 'figures' | 'findings' | 'extensions' }) {
  const { tabs } = useWritingMessages().office.board;
  const pages = [
    { key: 'units', href: `/board?year=${year}` },
    { key: 'figures', href: `/board/figures?year=${year}` },
    { key: 'findings', href: `/board/findings?year=${year}` },
    { key: 'extensions', href: `/board/extensions?year=${year}` },
  ] as const;
  return (
    <nav aria-label={tabs.label} className="mb-3 border-b border-hairline print:hidden">
      <ul className="flex flex-wrap gap-1">
        {pages.map(({ key, href }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === here ? 'page' : undefined}
              className={clsx(
                'relative inline-flex min-h-9 items-center border-b-2 px-3 text-body',
                key === here ? 'border-act font-semibold text-act' : 'border-transparent text-ink hover:text-act',
              )}
            >
              {tabs[key]}
              <OnTheWay className="absolute right-0" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
