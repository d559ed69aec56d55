'use client';

import { type FormEvent, useState } from 'react';
import type { SubmissionReview } from '@/server/queries/review';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { BindingButton } from '../ui/binding-button';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';
import { TextArea } from '../ui/field';
import { useKeptText } from '../ui/use-kept-text';

/** The reviewer's own way back from an approval, while nothing is built on it; afterwards what holds it. */
export function TakeBackApproval({
  form,
  submissionNumber,
  approval,
  what,
}: Pick<SubmissionReview, 'form' | 'approval'> & { submissionNumber: number; what: string }) {
  const { filingId, verdicts } = form;
  const { review, common } = useWritingMessages();
  const { takeBack } = review;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [reason, setReason, forget] = useKeptText(`take back ${filingId}`);
  const [isAsking, setIsAsking] = useState(false);
  if (!approval?.isOwn || verdicts['filing.take_back_approval'] !== 'allowed') return null;
  const { heldBy } = approval;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = { filingId, submissionNumber, reason: reason.trim() };
    if (!(await run(() => client.review.takeBackApproval.mutate(asked), takeBack.done))) return;
    setIsAsking(false);
    forget();
  };
  return (
    <>
      <Button disabled={isBusy || heldBy !== null} aria-describedby="take-back-hint" onClick={() => setIsAsking(true)}>
        {takeBack.act}
      </Button>
      <p id="take-back-hint" className="text-note leading-5 text-muted">
        {heldBy === null
          ? takeBack.hint
          : heldBy.kind === 'next_quarter'
            ? takeBack.heldByQuarter(common.period(heldBy.year, heldBy.quarter))
            : takeBack.heldByReport(heldBy.year)}
      </p>
      <Dialog isOpen={isAsking} onClose={() => setIsAsking(false)} title={takeBack.title(what)}>
        <form method="post" onSubmit={submit} className="flex flex-col gap-3">
          <p className="text-body leading-6">{takeBack.ask}</p>
          <TextArea
            label={takeBack.reason}
            hint={takeBack.reasonHint}
            required
            maxLength={2000}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <DialogActs above={<ActAnswer answer={answer} className="empty:-mb-3" />}>
            <Button onClick={() => setIsAsking(false)}>{common.cancel}</Button>
            <BindingButton type="submit" look="primary" disabled={isBusy}>
              {takeBack.act}
            </BindingButton>
          </DialogActs>
        </form>
      </Dialog>
    </>
  );
}
