'use client';

import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import { useWritingMessages } from '../messages/writing-words';
import { Link } from '../ui/link';
import type { OfficePlace } from './office-places';

export function OfficeTabs({ tabs }: { tabs: readonly OfficePlace[] }) {
  const { common, office } = useWritingMessages();
  const path = usePathname();
  if (tabs.length === 0)
    return (
      <Link href="/review" className="mb-3 inline-flex min-h-7 items-center text-body text-act underline underline-offset-2 print:hidden">
        {office.phrases.back}
      </Link>
    );
  return (
    <nav aria-label={common.nav.office} className="mb-4 border-b border-hairline print:hidden">
      <ul className="flex flex-wrap gap-1">
        {tabs.map(([tab, href]) => {
          const isHere = path === href || path.startsWith(`${href}/`);
          return (
            <li key={tab}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={clsx(
                  '-mb-px flex min-h-9 items-center border-b-2 px-3 text-body hover:text-act',
                  isHere ? 'border-act font-semibold text-act' : 'border-transparent text-muted',
                )}
              >
                {office[tab].title}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
