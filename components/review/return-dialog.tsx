'use client';

import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { ChangesSince } from '../shell/changes-since';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';
import { TextArea, TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { useKeptText } from '../ui/use-kept-text';
import { PhraseList, usePhrasePicker } from './phrase-picker';
import { placeName } from './place-name';
import type { useDraftRemarks } from './use-draft-remarks';

/** Sends the submission back: the reason, and the remarks it goes back with. */
export function ReturnDialog({
  filingId,
  submissionNumber,
  unitName,
  format,
  drafts,
  phrases,
  onClose,
  onReturned,
}: {
  filingId: string;
  submissionNumber: number;
  unitName: string;
  format: Format;
  drafts: ReturnType<typeof useDraftRemarks>;
  phrases: readonly string[];
  onClose: () => void;
  onReturned: () => Promise<void>;
}) {
  const messages = useWritingMessages();
  const { review, common } = messages;
  const client = useTRPCClient();
  const { run, isBusy, answer, changed } = useAct();
  const [reason, setReason, forget] = useKeptText(`return ${filingId}`);
  const [until, setUntil] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const picker = usePhrasePicker({ text: reason, onText: setReason });
  const send = async () => {
    setIsAsked(true);
    if (reason.trim() === '' || drafts.remarks.length === 0) return;
    const remarks = drafts.remarks.map(({ anchor, text }) => ({ anchor, text }));
    const done = await run(
      () => client.review.return.mutate({ filingId, submissionNumber, reason: reason.trim(), remarks, ...(until ? { until } : {}) }),
      review.outcome.returned,
    );
    if (!done) return;
    forget();
    drafts.clear();
    await onReturned();
  };
  return (
    <Dialog isOpen onClose={onClose} title={review.returnTitle(unitName)}>
      <div className="flex flex-col gap-3">
        {drafts.remarks.length === 0 ? (
          <Notice tone="confirm">{review.returnNeedsRemark}</Notice>
        ) : (
          <ul className="flex flex-col gap-1 rounded bg-desk px-3 py-2 text-body leading-6">
            {drafts.remarks.map((remark) => (
              <li key={remark.id}>
                <span className="font-medium">{placeName(format, remark.anchor, messages)}</span>
                {review.colon}
                {remark.text}
              </li>
            ))}
          </ul>
        )}
        <div ref={picker.box}>
          <TextArea
            label={review.returnReason}
            hint={review.returnReasonHint}
            error={isAsked && reason.trim() === '' ? review.returnNeedsReason : undefined}
            rows={3}
            onKeyDown={picker.onKeyDown}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <PhraseList phrases={phrases} list={picker.list} onTake={picker.take} onLeave={picker.toText} />
        <TextField
          label={review.returnUntil}
          hint={review.returnUntilHint}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <ActAnswer answer={answer} />
        {changed && <ChangesSince {...changed} format={format} />}
        <DialogActs>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" disabled={isBusy || drafts.remarks.length === 0} onClick={send}>
            {review.returnWith(drafts.remarks.length)}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  );
}
