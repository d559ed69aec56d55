'use client';

import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { SubmissionReview } from '@/server/queries/review';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { ChangesSince } from '../shell/changes-since';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { BindingButton } from '../ui/binding-button';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Sheet } from '../ui/page';
import { ClaimPanel } from './claim-panel';
import { ReturnDialog } from './return-dialog';
import { TakeBackApproval } from './take-back-approval';
import { UnlockActs } from './unlock-acts';
import type { useDraftRemarks } from './use-draft-remarks';
import { useNextFiling } from './use-next-filing';

/** What the reviewer may do with the submission here and now; what they may not says why. */
export function ActsPanel({
  review: loaded,
  drafts,
  format,
}: {
  review: SubmissionReview;
  drafts: ReturnType<typeof useDraftRemarks>;
  format: Format;
}) {
  const { form, number, hash, ownWork, approval, unlocked, phrases } = loaded;
  const { review, common, practice } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer, changed, goOn: forget } = useAct();
  const goOn = useNextFiling();
  const [isReturning, setIsReturning] = useState(false);
  const { filingId, status, verdicts, unitName, isPractice } = form;
  const what = `${unitName} ${common.period(form.year, form.quarter)}`;

  if (status !== 'submitted' && status !== 'in_review')
    return (
      <Sheet title={review.actsTitle}>
        <div className="flex flex-col gap-2">
          <Notice tone={status === 'approved' || status === 'locked' ? 'done' : 'act'}>
            {unlocked ? review.state.unlocked : isPractice && status === 'approved' ? practice.approved : review.state[status]}
          </Notice>
          <TakeBackApproval form={form} submissionNumber={number} approval={approval} what={what} />
          <UnlockActs form={form} submissionNumber={number} unlocked={unlocked} what={what} />
        </div>
      </Sheet>
    );
  const mayReturn = verdicts['filing.return'] === 'allowed';
  const mayApprove = verdicts['filing.approve'] === 'allowed';
  if (!mayReturn && !mayApprove)
    return (
      <Sheet title={review.actsTitle}>
        <Notice tone="act">{review.readOnly}</Notice>
      </Sheet>
    );
  const approve = async () => {
    const done = await run(() => client.review.approve.mutate({ filingId, submissionNumber: number, seenHash: hash }), review.approved);
    if (done && !isPractice) await goOn(filingId, { kind: 'approved', what });
  };
  const isFresh = status === 'submitted';
  // The decision is the primary act: whoever has pinned remarks is about to return it.
  const hasRemarks = drafts.remarks.length > 0;
  const whyNot = ownWork !== 'allowed' ? review.ownWork[ownWork] : mayApprove ? null : review.notAllowed;
  return (
    <Sheet title={review.actsTitle}>
      <div className="flex flex-col gap-2">
        {!isPractice && <ClaimPanel review={loaded} />}
        <BindingButton
          look={hasRemarks ? 'plain' : 'primary'}
          disabled={isBusy || whyNot !== null || changed !== null}
          aria-describedby="approve-hint"
          onClick={approve}
        >
          {review.approve}
        </BindingButton>
        <p id="approve-hint" className="text-note leading-5 text-muted">
          {whyNot ?? (isPractice ? practice.approveHint : review.approveHint)}
        </p>
        <Button look={hasRemarks ? 'primary' : 'plain'} disabled={isBusy || !mayReturn} onClick={() => setIsReturning(true)}>
          {hasRemarks ? review.counted(review.returnIt, drafts.remarks.length) : review.returnIt}
        </Button>
        {/* Last, so that nothing moves to where it stood. */}
        {isFresh && verdicts['filing.open_review'] === 'allowed' && (
          <>
            <Button disabled={isBusy} onClick={() => run(() => client.review.open.mutate({ filingId }), review.started)}>
              {review.start}
            </Button>
            <p className="text-note leading-5 text-muted">{review.startHint}</p>
          </>
        )}
        <ActAnswer answer={answer} working={isBusy ? common.working.act(review.actsTitle) : null} />
        {changed && <ChangesSince {...changed} format={format} isNarrow onContinue={forget} />}
      </div>
      {isReturning && (
        <ReturnDialog
          phrases={phrases}
          filingId={filingId}
          submissionNumber={number}
          unitName={unitName}
          format={format}
          drafts={drafts}
          onClose={() => setIsReturning(false)}
          onReturned={async () => (isPractice ? setIsReturning(false) : goOn(filingId, { kind: 'returned', what }))}
        />
      )}
    </Sheet>
  );
}
