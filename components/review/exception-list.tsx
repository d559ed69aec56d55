'use client';

import type { Page } from '@/server/domain/paging';
import type { ExceptionItem } from '@/server/queries/review-queue';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Pager } from '../shell/pager';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { Sheet } from '../ui/page';
import type { QueueAddress } from './queue-address';

/** Exceptions that wait for a second signature, each with what it lets pass and why; signed on a page that shows the figures. */
export function ExceptionList({
  title,
  exceptions,
  page,
  name,
  kept,
}: {
  title?: string;
  exceptions: readonly ExceptionItem[];
  page: Page;
  /** Its page in the address of the queue. */
  name: 'exceptions' | 'practised';
  kept: QueueAddress;
}) {
  const { review, common } = useWritingMessages();
  const language = useLanguage();
  const heading = title ?? review.exceptionsTitle;
  return (
    <Sheet title={review.counted(heading, page.pages > 1 ? page.of : exceptions.length)}>
      <p className="pb-2 text-note leading-5 text-muted">{review.exceptionsHint}</p>
      <ul className="divide-y divide-hairline">
        {exceptions.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-96">
              <p className="font-medium">
                <Link href={exceptionAddress(item)} className="text-act underline-offset-2 hover:underline">
                  {item.unitName} {common.period(item.year, item.quarter)}
                </Link>
                <span className="ml-2 text-note font-normal text-muted">{review.rule(item.rule)}</span>
              </p>
              <p className="text-body leading-6">{item.finding[language]}</p>
              <p className="text-body leading-6 text-muted">
                {review.reasonBy(item.writtenBy)}
                {review.colon}
                <span className="text-ink">{item.text}</span>
              </p>
            </div>
            {item.isOwn ? (
              <p className="max-w-cell text-note leading-5 text-muted">{review.ownException}</p>
            ) : (
              <Link
                href={exceptionAddress(item)}
                aria-label={`${review.toCountersign}${review.colon}${item.unitName} ${review.rule(item.rule)}`}
                className={buttonClass('plain', true)}
              >
                {review.toCountersign}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <Pager at={page} path="/review" kept={kept} name={name} of={heading} />
    </Sheet>
  );
}

function exceptionAddress({ filingId, id }: ExceptionItem): string {
  return `/review/${filingId}/exceptions/${id}`;
}
