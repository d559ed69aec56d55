'use client';

import clsx from 'clsx';
import type { EventLog } from '@/server/queries/audit';
import { useWritingMessages } from '../../messages/writing-words';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { EmptyState, PageHead } from '../../ui/page';
import { type KindPrefix, kindPrefixes } from './event-kinds';
import { EventTable } from './event-table';

/** The log for an auditor, newest first, a page at a time; every page and filter is an address of its own. */
export function EventLogView({
  log,
  kind,
  isNewest,
  pageSize,
}: {
  log: EventLog;
  kind: KindPrefix | null;
  isNewest: boolean;
  pageSize: number;
}) {
  const { audit: words, office } = useWritingMessages();
  const oldest = log.events.at(-1)?.seq;
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Link href="/office/duties" className={buttonClass('plain')}>
          {office.duties.toWaiting}
        </Link>
      </PageHead>
      <section aria-labelledby="event-head" className="mb-4 rounded border border-hairline bg-paper px-4 py-3">
        <h2 id="event-head" className="text-body leading-6 font-semibold">
          {words.headTitle(log.head.seq)} <code className="font-mono text-note font-normal break-all">{log.head.hash}</code>
        </h2>
        <p className="text-note leading-5 text-muted">{words.headHint}</p>
      </section>
      <nav aria-label={words.filter} className="mb-3 print:hidden">
        <ul className="flex flex-wrap gap-1">
          {[null, ...kindPrefixes].map((prefix) => (
            <li key={prefix ?? 'all'}>
              <Link
                href={addressOf(prefix)}
                aria-current={prefix === kind ? 'page' : undefined}
                className={clsx(
                  'inline-flex min-h-7 items-center rounded border px-2 text-note',
                  prefix === kind ? 'border-act bg-act-soft font-semibold text-act' : 'border-hairline bg-paper text-ink hover:bg-act-soft',
                )}
              >
                {words.kinds[prefix ?? 'all']}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {log.events.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>
      ) : (
        <EventTable events={log.events} names={log.names} />
      )}
      <div className="flex gap-2 pt-3 print:hidden">
        {!isNewest && (
          <Link href={addressOf(kind)} className={buttonClass('plain')}>
            {words.newest}
          </Link>
        )}
        {oldest !== undefined && log.events.length === pageSize && (
          <Link href={addressOf(kind, oldest)} className={buttonClass('plain')}>
            {words.older}
          </Link>
        )}
      </div>
    </>
  );
}

function addressOf(kind: KindPrefix | null, before?: number): string {
  const query = new URLSearchParams({ ...(kind ? { kind } : {}), ...(before ? { before: String(before) } : {}) });
  return query.size > 0 ? `/audit?${query}` : '/audit';
}
