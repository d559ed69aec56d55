'use client';

import clsx from 'clsx';
import type { EventLog, EventsAsked } from '@/server/queries/audit';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useDownload } from '../../shell/use-download';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { EmptyState, PageHead } from '../../ui/page';
import { EventSearch } from './event-search';
import { EventTable } from './event-table';
import { type EventsShown, eventsAddress, eventsFile, isSearched } from './events-address';

/** Kinds that are looked for most: one click each, beside the whole. */
const shortcuts = [null, 'attention.', 'refused'] as const;

/** The log for an auditor, newest first, a page at a time; every page and search is an address of its own. */
export function EventLogView({ log, shown }: { log: EventLog; shown: EventsShown }) {
  const { audit: words, office } = useWritingMessages();
  const { asked } = shown;
  const newest = { ...shown, before: null, open: null };
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Link href="/office/duties" className={buttonClass('plain')}>
          {office.duties.toWaiting}
        </Link>
      </PageHead>
      <section aria-labelledby="event-head" className="mb-3 rounded border border-hairline bg-paper px-4 py-3">
        <h2 id="event-head" className="text-body leading-6 font-semibold">
          {words.headTitle(log.head.seq)} <code className="font-mono text-note font-normal break-all">{log.head.hash}</code>
        </h2>
        <p className="text-note leading-5 text-muted">{words.headHint}</p>
      </section>
      <EventSearch shown={shown} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2 print:hidden">
        <nav aria-label={words.filter}>
          <ul className="flex flex-wrap gap-1">
            {shortcuts.map((kindPrefix) => (
              <li key={kindPrefix ?? 'all'}>
                <Link
                  href={eventsAddress({ ...newest, asked: { ...asked, kindPrefix } })}
                  aria-current={kindPrefix === asked.kindPrefix ? 'page' : undefined}
                  className={clsx(
                    'inline-flex min-h-7 items-center rounded border px-2 text-note',
                    kindPrefix === asked.kindPrefix
                      ? 'border-act bg-act-soft font-semibold text-act'
                      : 'border-hairline bg-paper text-ink hover:bg-act-soft',
                  )}
                >
                  {words.kinds[kindPrefix ?? 'all']}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {log.lines.length > 0 && <Files asked={asked} />}
      </div>
      {log.lines.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{isSearched(asked) ? words.search.nothing : words.emptyHint}</EmptyState>
      ) : (
        <EventTable log={log} shown={shown} />
      )}
      {log.isCutShort && log.rest !== null && <p className="pt-3 text-body text-muted">{words.search.lookedThrough(log.rest)}</p>}
      <div className="flex gap-2 pt-3 print:hidden">
        {shown.before !== null && (
          <Link href={eventsAddress(newest)} className={buttonClass('plain')}>
            {words.newest}
          </Link>
        )}
        {log.rest !== null && (
          <Link href={eventsAddress({ ...newest, before: log.rest })} className={buttonClass('plain')}>
            {words.older}
          </Link>
        )}
      </div>
    </>
  );
}

/** All that is found, not this page alone. */
function Files({ asked }: { asked: EventsAsked }) {
  const { files } = useWritingMessages().audit.search;
  const { working, answer, onClick } = useDownload();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ActAnswer answer={answer} working={working} />
      {(['xlsx', 'csv'] as const).map((kind) => (
        <a
          key={kind}
          download
          href={eventsFile(asked, kind)}
          aria-disabled={working !== null}
          onClick={(event) => onClick(event, files[kind])}
          className={buttonClass('plain', true)}
        >
          ↓ {files[kind]}
        </a>
      ))}
    </div>
  );
}
