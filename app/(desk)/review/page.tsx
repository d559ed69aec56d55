import { load } from '@/app/caller';
import { ReviewQueue } from '@/components/review/review-queue';

/** What waits for a reviewer, the odd ones first. */
export default async function ReviewPage() {
  const { queue, me } = await load(async (api) => ({ queue: await api.review.queue(), me: await api.person.me() }));
  return <ReviewQueue {...queue} isReviewer={me?.posts.some((post) => post.role === 'reviewer' || post.role === 'admin') ?? false} />;
}
