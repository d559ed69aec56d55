'use client';

import { useWritingMessages } from '../messages/writing-words';
import type { Answer } from '../shell/answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { BindingButton } from '../ui/binding-button';

/** The second signature under a filing's exception; never one's own. */
export function CountersignButton({
  filingId,
  exceptionId,
  isOwn,
  name,
  onAnswer,
}: {
  filingId: string;
  exceptionId: string;
  isOwn: boolean;
  name: string;
  /** Takes the answer: the button itself is gone once the exception counts. */
  onAnswer: (answer: Answer | null) => void;
}) {
  const { review } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy } = useAct({ onAnswer });
  if (isOwn) return <p className="max-w-cell text-note leading-5 text-muted">{review.ownException}</p>;
  return (
    <BindingButton
      isSmall
      aria-label={name}
      disabled={isBusy}
      onClick={() => run(() => client.review.countersign.mutate({ filingId, exceptionId }), review.countersigned)}
    >
      {review.countersign}
    </BindingButton>
  );
}
