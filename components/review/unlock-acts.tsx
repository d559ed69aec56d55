'use client';

import { useState } from 'react';
import type { SubmissionReview } from '@/server/queries/review';
import { useWritingMessages, WritingWords } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { ChangesSince } from '../shell/changes-since';
import { useAct } from '../shell/use-act';
import { ImpactPreview } from '../signing/impact-preview';
import { formatOfFiling } from '../statutory-table/format-of-filing';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { useKeptText } from '../ui/use-kept-text';
import { UnlockDialog } from './unlock-dialog';

/** What an administrator may do with an approved filing: give it back, and take that back while nothing has changed. */
export function UnlockActs({
  form,
  submissionNumber,
  unlocked,
  what,
}: Pick<SubmissionReview, 'form' | 'unlocked'> & { submissionNumber: number; what: string }) {
  const { filingId, verdicts } = form;
  const { unlock } = useWritingMessages().review;
  const client = useTRPCClient();
  const { run, isBusy, answer, changed } = useAct();
  const [reason, setReason, forget] = useKeptText(`unlock ${form.filingId}`);
  const [isAsking, setIsAsking] = useState(false);
  const mayUnlock = verdicts['filing.unlock'] === 'allowed';
  const isUndoer = verdicts['filing.undo_unlock'] === 'allowed' && unlocked !== null;
  return (
    <>
      {mayUnlock && (
        <>
          <Button disabled={isBusy} aria-describedby="unlock-hint" onClick={() => setIsAsking(true)}>
            {unlock.act}
          </Button>
          <p id="unlock-hint" className="text-note leading-5 text-muted">
            {unlock.hint}
          </p>
        </>
      )}
      {isUndoer && (
        <>
          <Button
            disabled={isBusy || unlocked === 'changed'}
            aria-describedby="undo-hint"
            onClick={() => run(() => client.review.undoUnlock.mutate({ filingId }), unlock.undone)}
          >
            {unlock.undo}
          </Button>
          <p id="undo-hint" className="text-note leading-5 text-muted">
            {unlocked === 'changed' ? unlock.tooLate : unlock.undoHint}
          </p>
        </>
      )}
      <ActAnswer answer={isAsking ? null : answer} className="empty:-mt-2" />
      {isAsking && (
        <UnlockDialog
          title={unlock.title(what)}
          reason={reason}
          onReason={setReason}
          onUnlock={async (password) => {
            const asked = { filingId, submissionNumber, reason: reason.trim(), password };
            if (!(await run(() => client.review.unlock.mutate(asked), unlock.done))) return false;
            setIsAsking(false);
            forget();
            return true;
          }}
          impact={
            <WritingWords>
              <ImpactPreview
                change={`${filingId} ${submissionNumber}`}
                ask={() => client.review.unlockImpact.query({ filingId, submissionNumber })}
              />
            </WritingWords>
          }
          changed={changed && <ChangesSince {...changed} format={formatOfFiling(form)} />}
          isBusy={isBusy}
          answer={answer}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
