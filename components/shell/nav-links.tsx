'use client';

import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import type { Role } from '@/server/domain/permissions';
import { useMessages } from '../messages/messages-provider';
import { Link } from '../ui/link';
import { CountMark } from './count-mark';
import { OnTheWay } from './on-the-way';
import { isPlaceOf, placesOf, referencePlaces } from './places';

/** @param waiting what waits for this person's signature, by place */
export function NavLinks({ roles, waiting }: { roles: readonly Role[]; waiting: { slips: number; reports: number } }) {
  const { common, slipMarks } = useMessages();
  const path = usePathname();
  return (
    <nav aria-label={common.navigation}>
      <ul className="flex flex-wrap items-stretch gap-0.5">
        {placesOf(roles).map((place, index, all) => {
          const isHere = isPlaceOf(place, path);
          const before = all[index - 1];
          const beginsReference = before !== undefined && referencePlaces.has(place.key) && !referencePlaces.has(before.key);
          const count = place.key === 'slips' || place.key === 'reports' ? waiting[place.key] : 0;
          return (
            <li key={place.key} className={beginsReference ? 'ml-2 border-l border-hairline pl-2' : undefined}>
              <Link
                href={place.href}
                aria-current={isHere ? 'page' : undefined}
                className={clsx(
                  'relative flex min-h-12 items-center border-b-2 px-2.5 text-body hover:text-act',
                  isHere ? 'border-act font-semibold text-act' : 'border-transparent text-ink',
                )}
              >
                {common.nav[place.key]}
                {count > 0 && (
                  <CountMark
                    count={count}
                    words={common.inBrackets('', place.key === 'slips' ? slipMarks.waitingMark(count) : common.reportsToSign(count))}
                  />
                )}
                <OnTheWay className="absolute right-0" />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
