import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { titled } from '@/app/titled';
import { WritingWords } from '@/components/messages/writing-words';
import { ExceptionReview } from '@/components/review/exception-review';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ review }) => review.countersignPage.title);
}

/** One exception before its second signature, whether the quarter has been submitted or not. */
export default async function ExceptionPage({ params }: { params: Promise<{ filingId: string; exceptionId: string }> }) {
  const asked = await params;
  const review = await load((api) => api.review.exception(asked));
  if (!review) notFound();
  return (
    <WritingWords>
      <ExceptionReview review={review} />
    </WritingWords>
  );
}
