'use client';

import { useState } from 'react';
import type { Answers } from '@/server/api/root';
import type { QueueItem } from '@/server/queries/review-queue';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { changedSinceOf } from '../shell/changed-since';
import { ChangesSince } from '../shell/changes-since';
import { useAct } from '../shell/use-act';
import { formatOfFiling } from '../statutory-table/format-of-filing';
import { useTRPCClient } from '../trpc-client';
import { BindingButton } from '../ui/binding-button';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { DialogActs } from '../ui/dialog-acts';
import { Badge } from '../ui/notice';
import { BulkLineText } from './bulk-line';
import { type BulkLine, useBulkLines } from './use-bulk-lines';

/** Exactly what will be approved, and afterwards what became of each. */
export function BulkDialog({
  items,
  beyond = 0,
  onClose,
}: {
  items: readonly QueueItem[];
  /** How many more there are, which one act does not take. */
  beyond?: number;
  onClose: () => void;
}) {
  const { review, common } = useWritingMessages();
  const { bulk } = review;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [answers, setAnswers] = useState<Answers['review']['approveMany'] | null>(null);
  const lines = useBulkLines(items);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const lineOf = (filingId: string) => (lines instanceof Map ? (lines.get(filingId) as BulkLine | undefined) : undefined);
  /** What stands in the list, holds nothing that is open, and was said yes to where somebody has explained something. */
  const ready = items.filter(({ filingId }) => {
    const line = lineOf(filingId);
    return line && line.open === 0 && (line.explained.length === 0 || read.has(filingId));
  });
  const approve = async () => {
    const asked = ready.map((item) => ({ filingId: item.filingId, submissionNumber: item.submissionNumber, seenHash: item.hash }));
    const done = await run(
      () => client.review.approveMany.mutate({ items: asked }),
      (result) => bulk.result(result.filter((one) => one.outcome === 'approved').length, asked.length),
    );
    if (done) setAnswers(done.result);
  };
  return (
    <Dialog isOpen onClose={onClose} title={answers ? bulk.resultTitle : bulk.title(items.length)}>
      <div className="flex flex-col gap-3">
        {!answers && <p className="text-body leading-6 text-muted">{bulk.hint}</p>}
        {!answers && beyond > 0 && <p className="text-body leading-6">{bulk.beyond(items.length, beyond)}</p>}
        <ul className="divide-y divide-hairline">
          {items.map((item) => (
            <li key={item.filingId} className="flex flex-wrap items-start justify-between gap-x-3 py-2 text-body leading-6">
              {bulk.line(item.unitName, common.period(item.year, item.quarter), item.submittedBy, item.hash.slice(0, 12))}
              {lineOf(item.filingId) && (
                <BulkLineText
                  item={item}
                  line={lineOf(item.filingId) as BulkLine}
                  isRead={read.has(item.filingId)}
                  onRead={
                    answers
                      ? null
                      : (isRead) =>
                          setRead(
                            (before) => new Set(isRead ? [...before, item.filingId] : [...before].filter((id) => id !== item.filingId)),
                          )
                  }
                />
              )}
              <BulkOutcome answer={answers?.find((one) => one.filingId === item.filingId)} item={item} />
            </li>
          ))}
        </ul>
        {lines === 'failed' && <p className="text-wrong">{bulk.linesFailed}</p>}
        {!answers && lines instanceof Map && ready.length < items.length && (
          <p className="text-body leading-6">{bulk.notYet(items.length - ready.length)}</p>
        )}
        <ActAnswer
          answer={answer}
          working={isBusy ? common.working.act(bulk.confirm(ready.length)) : lines === null ? bulk.loading : null}
          className="empty:-mb-3"
        />
        <DialogActs>
          <Button onClick={onClose}>{answers ? common.close : common.cancel}</Button>
          {!answers && (
            <BindingButton look="primary" disabled={isBusy || ready.length === 0} onClick={approve}>
              {bulk.confirm(ready.length)}
            </BindingButton>
          )}
        </DialogActs>
      </div>
    </Dialog>
  );
}

function BulkOutcome({ answer, item }: { answer: Answers['review']['approveMany'][number] | undefined; item: QueueItem }) {
  const { bulk } = useWritingMessages().review;
  const language = useLanguage();
  if (!answer) return null;
  if (answer.outcome === 'approved') return <Badge tone="done">{bulk.approved}</Badge>;
  const changed = changedSinceOf(answer.details);
  return (
    <>
      <Badge tone="wrong">{bulk.refused}</Badge>
      <p className="w-full text-wrong">{answer.sentence[language]}</p>
      {changed && (
        <ChangesSince
          difference={changed.difference}
          newest={changed.newest}
          format={formatOfFiling({ ...item, indicators: changed.indicators ?? [] })}
        />
      )}
    </>
  );
}
