import { load } from '@/app/caller';
import { WritingWords } from '@/components/messages/writing-words';
import { ReviewQueue } from '@/components/review/review-queue';
import { ReportsToSign } from '@/components/signing/reports-to-sign';

/** What waits for a reviewer, the odd ones first. */
export default async function ReviewPage() {
  const { queue, toSign, me } = await load(async (api) => ({
    queue: await api.review.queue(),
    toSign: (await api.report.toSign()).filter((report) => report.mine !== null),
    me: await api.person.me(),
  }));
  return (
    <WritingWords>
      {toSign.length > 0 && <ReportsToSign reports={toSign} />}
      <ReviewQueue {...queue} isReviewer={me?.posts.some((post) => post.role === 'reviewer' || post.role === 'admin') ?? false} />
    </WritingWords>
  );
}
