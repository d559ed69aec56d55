'use client';

import { useMessages } from '../messages/messages-provider';
import { EmptyState, PageHead } from '../ui/page';

export function NothingSubmitted() {
  const { review } = useMessages();
  return (
    <>
      <PageHead title={review.title} />
      <EmptyState title={review.noSubmission}>{review.noSubmissionHint}</EmptyState>
    </>
  );
}
