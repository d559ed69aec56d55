import { load } from '@/app/caller';
import { WritingWords } from '@/components/messages/writing-words';
import { NothingSubmitted } from '@/components/review/nothing-submitted';
import { SubmissionReview } from '@/components/review/submission-review';

/** One submission before its reviewer, or before anybody who may read it. */
export default async function SubmissionPage({ params }: { params: Promise<{ filingId: string }> }) {
  const { filingId } = await params;
  const { review, place } = await load(async (api) => ({
    review: await api.review.submission({ filingId }),
    place: await api.review.place({ filingId }),
  }));
  if (!review) return <NothingSubmitted />;
  return (
    <WritingWords>
      <SubmissionReview key={`${filingId} ${review.number}`} review={review} place={place} />
    </WritingWords>
  );
}
