'use client';

import { type ComponentProps, useMemo } from 'react';
import { readText } from '@/server/domain/wire';
import { SubmissionReview } from './submission-review';

/** A submission as it comes with its page: in a text that says everything once, because it is compared with three others. */
export function SentSubmission({ sent }: { sent: string }) {
  const told = useMemo(() => readText(sent) as ComponentProps<typeof SubmissionReview>, [sent]);
  return <SubmissionReview {...told} />;
}
