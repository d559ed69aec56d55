'use client';

import clsx from 'clsx';
import { useMemo } from 'react';
import type { SubmissionReview } from '@/server/queries/review';
import type { QueuePlace } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { useWay } from '../shell/way-out';
import { WhoIsHere } from '../talk/who-is-here';
import { buttonClass } from '../ui/button';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';
import { momentText } from '../ui/moment';
import { Notice } from '../ui/notice';
import { PageHead } from '../ui/page';
import { StatusBadge } from '../ui/status-badge';
import { skipFiling } from './skipped';
import { useRowKeys } from './use-row-keys';

export function SubmissionHead({
  review: { form, number, hash, submittedBy, submittedAt, signedOff, earlyReason },
  place,
}: {
  review: SubmissionReview;
  place: QueuePlace;
}) {
  const { review, common, signOff, practice } = useWritingMessages();
  const wayTo = useWay();
  const { previous, next } = place;
  const name = `${form.unitName} ${common.period(form.year, form.quarter)}`;
  const keys = useMemo(() => {
    const go = (filingId: string | null) => filingId && wayTo(`/review/${filingId}`);
    const skip = () => {
      if (next && place.position > 0) skipFiling(form.filingId);
      go(next);
    };
    return { next: skip, previous: () => go(previous) };
  }, [wayTo, previous, next, place.position, form.filingId]);
  useRowKeys(keys);
  return (
    <>
      <nav aria-label={review.queueTitle} className="flex flex-wrap items-center gap-1 pb-2 text-note text-muted">
        {place.position > 0 || form.isPractice ? (
          <Link href="/review" className={buttonClass('quiet', true)}>
            <Icon name="back" />
            {review.backToQueue}
          </Link>
        ) : (
          <Link href={`/board?year=${form.year}`} className={buttonClass('quiet', true)}>
            <Icon name="back" />
            {review.backToBoard}
          </Link>
        )}
        {place.position > 0 && <span className="px-1">{review.position(place.position, place.of)}</span>}
        {previous && (
          <Link href={`/review/${previous}`} className={buttonClass('quiet', true)}>
            {review.previous}
          </Link>
        )}
        {next && (
          <Link
            href={`/review/${next}`}
            onClick={() => place.position > 0 && skipFiling(form.filingId)}
            className={buttonClass('quiet', true)}
          >
            {review.next}
          </Link>
        )}
        <a href="#decision" className={clsx(buttonClass('plain', true), 'ml-auto lg:hidden')}>
          {review.toDecision}
        </a>
      </nav>
      <PageHead
        title={form.isPractice ? practice.title(name) : name}
        context={
          <>
            {review.submissionOf(number, submittedBy, momentText(submittedAt))} ·{' '}
            {signedOff && `${signOff.reviewer(signedOff.by, momentText(signedOff.at))} · `}
            <abbr title={`${review.hashHint} ${hash}`} className="no-underline">
              {review.hash(hash.slice(0, 12))}
            </abbr>
          </>
        }
      >
        <StatusBadge status={form.status === 'open' ? 'filling' : form.status} />
      </PageHead>
      <WhoIsHere room="review" filingId={form.filingId} />
      {earlyReason && (
        <Notice tone="confirm" className="mb-4">
          {review.early(earlyReason)}
        </Notice>
      )}
    </>
  );
}
