'use client';

import clsx from 'clsx';
import { daysOver } from '@/server/domain/deadlines/due-of';
import { type Day, dayAt, daysBetween } from '@/server/domain/periods';
import type { QueueItem } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';
import { denseHeadCell } from '../ui/list-table';
import { Moment } from '../ui/moment';
import { Badge } from '../ui/notice';
import { StatusBadge } from '../ui/status-badge';

/**
 * @param chosen filings that are to be approved in bulk; only those that may be can be chosen
 * @param readers who reads which just now
 */
export function QueueTable({
  submissions,
  chosen,
  onChoose,
  today,
  readers,
}: {
  submissions: readonly QueueItem[];
  chosen: ReadonlySet<string>;
  onChoose: (filingId: string, isChosen: boolean) => void;
  today: Day;
  readers: Readonly<Record<string, readonly string[]>>;
}) {
  const { review } = useWritingMessages();
  const { columns } = review;
  return (
    <table className="w-full border-collapse text-body max-sm:block">
      <thead className="max-sm:hidden">
        <tr>
          <th scope="col" className={`${denseHeadCell} w-8`}>
            <span className="sr-only">{review.bulk.choose}</span>
          </th>
          {[columns.unit, columns.period, columns.risk, columns.submission, columns.age, columns.due, columns.status, columns.who].map(
            (name) => (
              <th key={name} scope="col" className={denseHeadCell}>
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {submissions.map((item) => (
          <QueueRow
            key={item.filingId}
            item={item}
            isChosen={chosen.has(item.filingId)}
            onChoose={onChoose}
            today={today}
            readers={readers[item.filingId] ?? []}
          />
        ))}
      </tbody>
    </table>
  );
}

/** On a telephone a row is a small sheet: the choice at its left, everything else below each other. */
function QueueRow({
  item,
  isChosen,
  onChoose,
  today,
  readers,
}: {
  item: QueueItem;
  isChosen: boolean;
  onChoose: (filingId: string, isChosen: boolean) => void;
  today: Day;
  readers: readonly string[];
}) {
  const { review, common } = useWritingMessages();
  const period = common.period(item.year, item.quarter);
  const late = daysOver(item.dueOn, today);
  return (
    <tr className="queue-row">
      <td className={clsx(cell, 'max-sm:row-span-8 max-sm:px-0')}>
        {(item.isClean || item.isExplainedOnly) && (
          <input
            type="checkbox"
            checked={isChosen}
            onChange={(event) => onChoose(item.filingId, event.target.checked)}
            aria-label={review.bulk.chooseOne(item.unitName, period)}
            className="relative z-10 block size-6 accent-act"
          />
        )}
      </td>
      <th scope="row" className={clsx(cell, 'text-left font-medium')}>
        <Link
          href={`/review/${item.filingId}`}
          data-queue-link
          aria-label={review.openFiling(item.unitName, period)}
          className="text-act after:absolute after:inset-0"
        >
          {item.unitName}
        </Link>
      </th>
      <td className={clsx(cell, 'whitespace-nowrap')}>{period}</td>
      <td className={cell}>
        <Risks item={item} />
      </td>
      <td className={cell}>
        {review.nth(item.submissionNumber)} {item.submittedBy}
      </td>
      <td className={clsx(cell, 'whitespace-nowrap')}>
        <Moment at={item.submittedAt} />
        <span className="block text-note leading-5 text-muted max-sm:inline max-sm:pl-2">
          {review.waits(Math.max(0, daysBetween(dayAt(new Date(item.submittedAt)), today)))}
        </span>
      </td>
      <td className={clsx(cell, 'whitespace-nowrap')}>
        <span className="sm:hidden">{review.columns.due} </span>
        {item.dueOn}
        {late > 0 && (
          <span className="block text-note leading-5 text-confirm max-sm:inline max-sm:pl-2">
            <Icon name="late" className="mr-1" />
            {review.overdue(late)}
          </span>
        )}
      </td>
      <td className={cell}>
        <StatusBadge status={item.status === 'open' ? 'filling' : item.status} />
      </td>
      <td className={clsx(cell, 'text-note leading-5')}>
        {item.claim && <span className="block">{item.claim.isOwn ? review.claims.isMine : review.claims.isOf(item.claim.name)}</span>}
        {readers.length > 0 && <span className="block text-confirm">◉ {review.reading(readers.join(common.listComma))}</span>}
      </td>
    </tr>
  );
}

const cell = 'queue-cell';

function Risks({ item }: { item: QueueItem }) {
  const { risk } = useWritingMessages().review;
  const isPlain = !item.isEarly && item.exceptions === 0 && item.explained === 0 && item.changedSinceLast === null;
  return (
    <span className="flex flex-wrap gap-1">
      {item.isEarly && <Badge tone="confirm">{risk.early}</Badge>}
      {item.exceptions > 0 && <Badge tone="confirm">{risk.exceptions(item.exceptions)}</Badge>}
      {item.explained > 0 && <Badge tone="confirm">{risk.explained(item.explained)}</Badge>}
      {item.changedSinceLast !== null && <Badge tone="act">{risk.changed(item.changedSinceLast)}</Badge>}
      {isPlain && <span className="text-note leading-6 text-muted">{risk.clean}</span>}
    </span>
  );
}
