'use client';

import clsx from 'clsx';
import { useMessages } from '../messages/messages-provider';
import { Link } from '../ui/link';
import { type AddressWords, listAddress } from './list-address';
import { OnTheWay } from './on-the-way';

/**
 * Chooses one of the years a page shows; each is an address of its own.
 *
 * @param kept what else the address says
 */
export function YearTabs({
  years,
  shown,
  href,
  label,
  kept,
}: {
  years: readonly number[];
  shown: number;
  href: string;
  label: string;
  kept?: AddressWords;
}) {
  const { common } = useMessages();
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-1">
        {years.map((year) => (
          <li key={year}>
            <Link
              href={listAddress(href, { ...kept, year })}
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
