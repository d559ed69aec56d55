'use client';

import { useState } from 'react';
import type { ReviewExplanation } from '@/server/queries/review';
import { Attachments } from '../attachments/attachments';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { Badge } from '../ui/notice';
import { CountersignButton } from './countersign-button';

/** What the clerk wrote about a finding, and for an exception whether the second signature is there. */
export function ExplanationNote({
  filingId,
  unitName,
  explanation,
  mayCountersign,
}: {
  filingId: string;
  unitName: string;
  explanation: ReviewExplanation | undefined;
  mayCountersign: boolean;
}) {
  const { review } = useWritingMessages();
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (!explanation) return <p className="pt-1 text-note text-muted">{review.notExplained}</p>;
  const { kind, text, writtenBy, countersignedBy } = explanation;
  return (
    <div className="mt-1 flex flex-wrap items-start justify-between gap-2 rounded bg-desk px-3 py-2">
      <p className="min-w-0 flex-1 basis-80 text-body leading-6">
        <span className="text-muted">
          {kind === 'exception' ? review.exceptionBy(writtenBy) : review.explanationBy(writtenBy)}
          {review.colon}
        </span>
        {text}
      </p>
      {kind === 'exception' &&
        (countersignedBy ? (
          <Badge tone="done">{review.countersignedBy(countersignedBy)}</Badge>
        ) : mayCountersign ? (
          <CountersignButton
            filingId={filingId}
            exceptionId={explanation.id}
            isOwn={explanation.isOwn}
            name={review.countersignFor(unitName, explanation.rule)}
            onAnswer={setAnswer}
          />
        ) : (
          <Badge tone="confirm">{review.waitsForCountersign}</Badge>
        ))}
      <Attachments about="explanation" aboutId={explanation.id} isQuiet className="w-full" />
      <ActAnswer answer={answer} className="w-full empty:hidden" />
    </div>
  );
}
