import { load } from '@/app/caller';
import { WritingWords } from '@/components/messages/writing-words';
import { NothingSubmitted } from '@/components/review/nothing-submitted';
import type { Neighbours } from '@/components/review/submission-head';
import { SubmissionReview } from '@/components/review/submission-review';
import type { QueueItem } from '@/server/queries/review-queue';

/** One submission before its reviewer, or before anybody who may read it. */
export default async function SubmissionPage({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const { review, queue } = await load(async (api) => ({
    review: await api.review.submission({ filingId }),
    queue: await api.review.queue(),
  }));
  if (!review) return <NothingSubmitted />;
  return (
    <WritingWords>
      <SubmissionReview
        key={`${filingId} ${review.number}`}
        review={review}
        neighbours={neighboursOf(review.form.isPractice ? queue.practice.submissions : queue.submissions, filingId)}
      />
    </WritingWords>
  );
}

function neighboursOf(queue: readonly QueueItem[], filingId: string): Neighbours {
  const here = queue.findIndex((item) => item.filingId === filingId);
  return {
    position: here + 1,
    of: queue.length,
    previous: queue[here - 1]?.filingId ?? null,
    next: queue[here + 1]?.filingId ?? null,
  };
}
