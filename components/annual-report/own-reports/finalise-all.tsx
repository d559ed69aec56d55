'use client';

import { useState } from 'react';
import type { Answers } from '@/server/api/root';
import type { OwnReport, ReportStanding } from '@/server/views/own-reports-view';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { answerOf } from '../../shell/answer';
import { useConfirmation } from '../../signing/use-confirmation';
import { useTRPCClient } from '../../trpc-client';
import { BindingButton } from '../../ui/binding-button';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DialogActs } from '../../ui/dialog-acts';
import { TextArea } from '../../ui/field';
import { newId } from '../../ui/new-id';
import { Notice } from '../../ui/notice';

/** How many go in one request: between two of them the count is shown. */
const atOnce = 5;

/** Finalises every report that is ready, as it was shown, after the list of them was seen. */
export function FinaliseAll({
  year,
  isKnown,
  reports,
  onDone,
}: {
  year: number;
  isKnown: boolean;
  reports: readonly (OwnReport & { standing: ReportStanding })[];
  onDone: () => void;
}) {
  const { common, ownReports: words } = useWritingMessages();
  const language = useLanguage();
  const client = useTRPCClient();
  const confirmation = useConfirmation();
  const [shown, setShown] = useState<{ changeId: string; reports: typeof reports } | null>(null);
  const [answers, setAnswers] = useState<readonly Answers['report']['finaliseMany'][number][] | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const nameOf = new Map(shown?.reports.map((report) => [report.unitId, report.organ]));
  const corrects = shown?.reports.some((one) => one.standing.edition !== null) ?? false;
  const refused = (answers ?? []).filter((answer) => answer.outcome === 'refused');
  const close = () => {
    const hasActed = answers !== null;
    setShown(null);
    setAnswers(null);
    setFailure(null);
    if (hasActed) onDone();
  };
  const finalise = async () => {
    if (!shown) return;
    setIsBusy(true);
    setFailure(null);
    const items = shown.reports.map(({ unitId, standing }) => ({ unitId, seenHash: standing.hash }));
    const all: Answers['report']['finaliseMany'][number][] = [];
    try {
      for (let at = 0; at < items.length; at += atOnce) {
        setAnswers([...all]);
        const some = {
          changeId: shown.changeId,
          year,
          items: items.slice(at, at + atOnce),
          password: confirmation.password,
          ...(corrects ? { reason: reason.trim() } : {}),
        };
        all.push(...(await client.report.finaliseMany.mutate(some)));
      }
    } catch (error) {
      setFailure(answerOf(error, language).text);
      confirmation.forget();
    }
    setAnswers(all);
    setIsBusy(false);
  };
  const isOver = answers !== null && !isBusy && failure === null;
  return (
    <div>
      <Button look="official" disabled={!isKnown || reports.length === 0} onClick={() => setShown({ changeId: newId(), reports })}>
        {words.finalise(reports.length)}
      </Button>
      {shown && (
        <Dialog isOpen onClose={isBusy ? () => undefined : close} title={words.finaliseTitle(shown.reports.length)}>
          <div className="flex flex-col gap-3 text-body leading-7">
            {!isOver && <p>{words.finaliseAsk}</p>}
            {!isOver && (
              <ul className="max-h-64 list-disc overflow-y-auto pl-5">
                {shown.reports.map((report) => (
                  <li key={report.unitId}>{report.organ}</li>
                ))}
              </ul>
            )}
            {!isOver && corrects && (
              <TextArea
                label={words.correctionReason}
                hint={words.correctionReasonHint}
                required
                maxLength={2000}
                rows={2}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
            <div aria-live="polite" className="flex flex-col gap-2">
              {isBusy && <p>{words.finalising(answers?.length ?? 0, shown.reports.length)}</p>}
              {isOver && <Notice tone="done">{words.finalised(answers.length - refused.length)}</Notice>}
              {isOver && refused.length > 0 && (
                <Notice tone="confirm" title={words.left(refused.length)}>
                  <ul>
                    {refused.map((answer) => (
                      <li key={answer.unitId}>{words.leftOne(nameOf.get(answer.unitId) ?? '', answer.sentence[language])}</li>
                    ))}
                  </ul>
                </Notice>
              )}
            </div>
            <DialogActs
              above={
                <>
                  {!isOver && confirmation.field}
                  {failure && (
                    <Notice tone="wrong" isAlert>
                      {failure}
                    </Notice>
                  )}
                </>
              }
            >
              <Button disabled={isBusy} onClick={close}>
                {isOver ? common.close : common.cancel}
              </Button>
              {!isOver && (
                <BindingButton
                  look="official"
                  disabled={isBusy || !confirmation.isReady || (corrects && reason.trim() === '')}
                  onClick={finalise}
                >
                  {words.finaliseConfirm}
                </BindingButton>
              )}
            </DialogActs>
          </div>
        </Dialog>
      )}
    </div>
  );
}
