'use client';

import clsx from 'clsx';
import { useMessages } from '../messages/messages-provider';
import { Link } from '../ui/link';
import { OnTheWay } from './on-the-way';

/** Chooses one of the years a page shows; each is an address of its own. */
export function YearTabs({ years, shown, href, label }: { years: readonly number[]; shown: number; href: string; label: string }) {
  const { common } = useMessages();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {years.map((year) => (
          <li key={year}>
            <Link
              href={`${href}?year=${year}`}
              aria-current={year === shown ? 'page' : undefined}
              className={clsx(
                'relative inline-flex min-h-8 items-center rounded border px-3 text-body',
                year === shown ? 'border-act bg-act-soft font-semibold text-act' : 'border-hairline bg-paper text-ink hover:bg-act-soft',
              )}
            >
              {common.year(year)}
              <OnTheWay className="absolute right-0" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
