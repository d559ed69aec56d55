'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useConfirmation } from '../../signing/use-confirmation';
import { useTRPCClient } from '../../trpc-client';
import { BindingButton } from '../../ui/binding-button';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DialogActs } from '../../ui/dialog-acts';
import { TextArea } from '../../ui/field';
import { newId } from '../../ui/new-id';
import { Notice } from '../../ui/notice';
import { useKeptText } from '../../ui/use-kept-text';
import { keyOf } from '../report-key';
import { OpenSuggestions } from '../text/open-suggestions';

/**
 * Says what finalising does, or that something has come in its way, which then stands in the list behind it. One change id per
 * dialog: a repeated click finds the first answer.
 * Refused, the page is loaded anew, so that the next try is about what stands now.
 */
export function FinaliseDialog({ page, number, onClose }: { page: ReportPage; number: number; onClose: () => void }) {
  const { report, common } = useWritingMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const { run, isBusy, answer } = useAct();
  const [changeId] = useState(newId);
  const confirmation = useConfirmation();
  const corrected = page.editions[0]?.number ?? null;
  const [reason, setReason, forgetReason] = useKeptText(`finalise ${page.unitId} ${page.year} ${page.scope}`);
  const [made, setMade] = useState<number | null>(null);
  const isRefused = page.obstacles.length > 0 && made === null;
  const finalise = async () => {
    const edition = await run(
      () =>
        client.report.finalise.mutate({
          ...{ ...keyOf(page), changeId, seenHash: page.hash, password: confirmation.password },
          ...(corrected === null ? {} : { reason: reason.trim() }),
        }),
      (done) => report.finaliseDone(done.number),
    );
    if (edition) {
      setMade(edition.result.number);
      forgetReason();
    } else {
      confirmation.forget();
      router.refresh();
    }
  };
  return (
    <Dialog isOpen onClose={onClose} title={report.finalise(made ?? number)}>
      <div className="flex flex-col gap-3">
        {isRefused ? (
          <Notice tone="wrong">{report.finaliseRefused(page.obstacles.length)}</Notice>
        ) : (
          made === null && (
            <>
              <p className="text-body leading-7">{report.finaliseAsk(number)}</p>
              <OpenSuggestions page={page} />
              {corrected !== null && (
                <TextArea
                  label={report.correctionReason}
                  hint={report.correctionReasonHint(corrected)}
                  required
                  maxLength={2000}
                  rows={2}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </>
          )
        )}
        <DialogActs
          above={
            <>
              {!isRefused && made === null && confirmation.field}
              <ActAnswer answer={answer} working={isBusy ? common.working.act(report.finalise(number)) : null} className="empty:-mb-3" />
            </>
          }
        >
          <Button onClick={onClose}>{isRefused || made !== null ? common.close : common.cancel}</Button>
          {!isRefused && made === null && (
            <BindingButton
              look="official"
              disabled={isBusy || !confirmation.isReady || (corrected !== null && made === null && reason.trim() === '')}
              onClick={finalise}
            >
              {report.finaliseConfirm}
            </BindingButton>
          )}
        </DialogActs>
      </div>
    </Dialog>
  );
}
