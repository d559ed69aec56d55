'use client';

import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import { useWritingMessages } from '../messages/writing-words';
import { OnTheWay } from '../shell/on-the-way';
import { Breadcrumb } from '../ui/breadcrumb';
import { Link } from '../ui/link';
import { type OfficePlace, officeGroups } from './office-places';

/**
 * The pages of the office beside them, in groups. Where there is no room beside, the list is folded under the name of the page one is on;
 * it needs no script to unfold.
 */
export function OfficeList({ places }: { places: readonly OfficePlace[] }) {
  const { common, office } = useWritingMessages();
  const path = usePathname();
  if (places.length === 0) return <Breadcrumb places={[{ words: common.nav.review, href: '/review' }]} />;
  const here = places.find(([, href]) => path === href || path.startsWith(`${href}/`));
  return (
    <nav aria-label={common.nav.office} className="print:hidden lg:w-40 lg:shrink-0">
      <details key={path} className="peer rounded border border-edge bg-paper lg:hidden">
        <summary className="flex min-h-control cursor-pointer items-center gap-2 px-3 text-body font-medium text-act">
          {here ? office[here[0]].title : common.nav.office}
          <span aria-hidden="true" className="ml-auto">
            ▾
          </span>
        </summary>
      </details>
      <div className="hidden peer-open:block max-lg:rounded max-lg:border max-lg:border-t-0 max-lg:border-hairline max-lg:bg-paper max-lg:p-2 lg:sticky lg:top-4 lg:block">
        {officeGroups.map((group) => {
          const own = places.filter(([, , of]) => of === group);
          if (own.length === 0) return null;
          return (
            <div key={group} className="pb-3 last:pb-0">
              <p id={`office-${group}`} className="px-3 text-note leading-6 text-muted">
                {office.groups[group]}
              </p>
              <ul aria-labelledby={`office-${group}`}>
                {own.map(([key, href]) => {
                  const isHere = key === here?.[0];
                  return (
                    <li key={key}>
                      <Link
                        href={href}
                        aria-current={isHere ? 'page' : undefined}
                        className={clsx(
                          'flex min-h-control-small items-center border-l-2 px-2.5 py-1 text-body leading-5 hover:text-act',
                          isHere ? 'border-act bg-act-soft font-semibold text-act' : 'border-hairline text-ink',
                        )}
                      >
                        {office[key].title}
                        <OnTheWay className="ml-auto" />
                      </Link>
                    </li>
                  );
                })}
              </ul>
            </div>
          );
        })}
      </div>
    </nav>
  );
}
