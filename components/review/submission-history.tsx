'use client';

import type { SubmissionReview } from '@/server/queries/review';
import { useWritingMessages } from '../messages/writing-words';
import { momentText } from '../ui/moment';
import { Badge, type Tone } from '../ui/notice';
import { Sheet } from '../ui/page';

type Entry = SubmissionReview['history'][number];

const tones: Record<Entry['outcome'], Tone> = { approved: 'done', returned: 'confirm', recalled: 'plain', pending: 'act' };

/** Every submission of the filing and what became of it, the newest first. */
export function SubmissionHistory({ history }: { history: readonly Entry[] }) {
  const { review } = useWritingMessages();
  return (
    <Sheet title={review.historyTitle}>
      <ol className="divide-y divide-hairline">
        {[...history].reverse().map((entry) => (
          <li key={entry.number} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-body leading-6">
            <span>{review.submissionOf(entry.number, entry.submittedBy, momentText(entry.submittedAt))}</span>
            <Badge tone={tones[entry.outcome]}>{review.outcome[entry.outcome]}</Badge>
            {entry.decidedAt && (
              <span className="text-note text-muted">
                {entry.decidedBy} · {momentText(entry.decidedAt)}
              </span>
            )}
            {entry.returnReason && <p className="w-full">{review.historyReason(entry.returnReason)}</p>}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
