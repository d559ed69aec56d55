'use client';

import type { QueueItem } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { Link } from '../ui/link';
import { Moment } from '../ui/moment';
import { Badge } from '../ui/notice';
import { StatusBadge } from '../ui/status-badge';

/** @param chosen filings that are to be approved in bulk; only clean ones can be chosen */
export function QueueTable({
  submissions,
  chosen,
  onChoose,
}: {
  submissions: readonly QueueItem[];
  chosen: ReadonlySet<string>;
  onChoose: (filingId: string, isChosen: boolean) => void;
}) {
  const { review, common } = useWritingMessages();
  const { columns } = review;
  return (
    <table className="w-full border-collapse text-[15px]">
      <thead>
        <tr className="border-b border-hairline text-left text-[13px] text-muted">
          <th scope="col" className="w-8 px-2 py-1.5">
            <span className="sr-only">{review.bulk.choose}</span>
          </th>
          {[columns.unit, columns.period, columns.risk, columns.submission, columns.by, columns.at, columns.status].map((name) => (
            <th key={name} scope="col" className="px-2 py-1.5 font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {submissions.map((item) => (
          <tr key={item.filingId} className="relative border-b border-hairline focus-within:bg-act-soft last:border-0 hover:bg-act-soft">
            <td className="px-2 py-2">
              {item.isClean && (
                <input
                  type="checkbox"
                  checked={chosen.has(item.filingId)}
                  onChange={(event) => onChoose(item.filingId, event.target.checked)}
                  aria-label={review.bulk.chooseOne(item.unitName, common.period(item.year, item.quarter))}
                  className="relative z-10 block size-6 accent-act"
                />
              )}
            </td>
            <th scope="row" className="px-2 py-2 text-left font-medium">
              <Link
                href={`/review/${item.filingId}`}
                data-queue-link
                aria-label={review.openFiling(item.unitName, common.period(item.year, item.quarter))}
                className="text-act after:absolute after:inset-0"
              >
                {item.unitName}
              </Link>
            </th>
            <td className="px-2 py-2 whitespace-nowrap">{common.period(item.year, item.quarter)}</td>
            <td className="px-2 py-2">
              <Risks item={item} />
            </td>
            <td className="px-2 py-2 whitespace-nowrap">{review.nth(item.submissionNumber)}</td>
            <td className="px-2 py-2 whitespace-nowrap">{item.submittedBy}</td>
            <td className="px-2 py-2 whitespace-nowrap">
              <Moment at={item.submittedAt} />
            </td>
            <td className="px-2 py-2">
              <StatusBadge status={item.status === 'open' ? 'filling' : item.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Risks({ item }: { item: QueueItem }) {
  const { risk } = useWritingMessages().review;
  const isPlain = !item.isEarly && item.exceptions === 0 && item.explained === 0 && item.changedSinceLast === null;
  return (
    <span className="flex flex-wrap gap-1">
      {item.isEarly && <Badge tone="seal">{risk.early}</Badge>}
      {item.exceptions > 0 && <Badge tone="seal">{risk.exceptions(item.exceptions)}</Badge>}
      {item.explained > 0 && <Badge tone="confirm">{risk.explained(item.explained)}</Badge>}
      {item.changedSinceLast !== null && <Badge tone="act">{risk.changed(item.changedSinceLast)}</Badge>}
      {isPlain && <span className="text-[13px] leading-6 text-muted">{risk.clean}</span>}
    </span>
  );
}
