'use client';

import { measureOf, printValue } from '@/server/domain/trends';
import type { QueueItem } from '@/server/queries/review-queue';
import { Attachments } from '../attachments/attachments';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Link } from '../ui/link';
import type { BulkLine } from './use-bulk-lines';

/** So many measures are one line; the others are counted. */
const maxSums = 6;

/** What a submission holds, beside the same quarter of last year; under it each explanation, and whether somebody has said yes to it. */
export function BulkLineText({
  item,
  line,
  isRead,
  onRead,
}: {
  item: QueueItem;
  line: BulkLine;
  isRead: boolean;
  onRead: ((isRead: boolean) => void) | null;
}) {
  const { review, trends, common } = useWritingMessages();
  const { bulk } = review;
  const language = useLanguage();
  const printed = (value: number | null, measure: BulkLine['sums'][number]['measure']) =>
    value === null ? '—' : printValue(measureOf(measure), value);
  const sums = line.sums.slice(0, maxSums).map(({ measure, now, yearAgo }) => {
    const told = `${trends.names[measure]} ${printed(now, measure)}`;
    return yearAgo === null ? told : bulk.besideLastYear(told, printed(yearAgo, measure));
  });
  return (
    <div className="w-full text-note leading-5 text-muted">
      <p>
        {sums.length === 0 ? bulk.allZero : sums.join(' · ')}
        {line.sums.length > maxSums && ` · ${bulk.moreSums(line.sums.length - maxSums)}`}
      </p>
      {line.explained.map((one) => (
        <div key={one.id} className="border-l-4 border-l-confirm pl-2">
          {one.finding[language]}
          <span className="block text-ink">
            {review.explanationBy(one.writtenBy)}
            {review.colon}
            {one.text}
          </span>
          <Attachments about="explanation" aboutId={one.id} isQuiet />
        </div>
      ))}
      {line.open > 0 && (
        <p className="text-wrong">
          {bulk.stillOpen(line.open)}{' '}
          <Link href={`/review/${item.filingId}`} className="text-act underline">
            {bulk.openIt}
          </Link>
        </p>
      )}
      {line.explained.length > 0 && line.open === 0 && onRead && (
        <label className="inline-flex min-h-7 items-center gap-2 text-body text-ink">
          <input
            type="checkbox"
            checked={isRead}
            onChange={(event) => onRead(event.target.checked)}
            aria-label={bulk.readOne(item.unitName, common.period(item.year, item.quarter))}
            className="size-5 accent-act"
          />
          {bulk.read}
        </label>
      )}
    </div>
  );
}
