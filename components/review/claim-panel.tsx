'use client';

import type { SubmissionReview } from '@/server/queries/review';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';

/** Whose submission it is, and 交给我. It locks nobody out. */
export function ClaimPanel({ review: { form, number, claim } }: { review: SubmissionReview }) {
  const { claims } = useWritingMessages().review;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const { filingId, verdicts } = form;
  if (verdicts['filing.claim'] !== 'allowed') return null;
  const isMine = claim?.isOwn ?? false;
  const take = () => run(() => client.review.claim.mutate({ filingId, submissionNumber: number, from: claim?.by ?? null }), claims.taken);
  const giveBack = () => run(() => client.review.releaseClaim.mutate({ filingId }), claims.givenBack);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center justify-between gap-x-2 text-note leading-5 text-muted">
        {claim === null ? claims.nobody : isMine ? claims.mine(momentText(claim.at)) : claims.of(claim.name, momentText(claim.at))}
        <Button look="quiet" isSmall disabled={isBusy} onClick={isMine ? giveBack : take}>
          {isMine ? claims.giveBack : claims.take}
        </Button>
      </p>
      <ActAnswer answer={answer} />
    </div>
  );
}
