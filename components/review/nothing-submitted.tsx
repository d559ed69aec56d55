'use client';

import { useWritingMessages } from '../messages/writing-words';
import { EmptyState, PageHead } from '../ui/page';

export function NothingSubmitted() {
  const { review } = useWritingMessages();
  return (
    <>
      <PageHead title={review.title} />
      <EmptyState title={review.noSubmission}>{review.noSubmissionHint}</EmptyState>
    </>
  );
}
