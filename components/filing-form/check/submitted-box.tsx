'use client';

import { useEffect, useRef } from 'react';
import type { FilingForm } from '@/server/queries/filing-form';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { momentText } from '../../ui/moment';

/**
 * What was submitted, when and by whom; and the way back while no reviewer has opened it.
 *
 * @param isNew it was submitted on this page just now: the eyes and the focus are brought here
 */
export function SubmittedBox({ form, isNew }: { form: FilingForm; isNew: boolean }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isNew) return;
    box.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [isNew]);
  const { check: words, remarks } = useMessages().clerk;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const { submission, status } = form;
  if (!submission) return null;
  const note = {
    submitted: words.recallHint,
    in_review: words.reviewing,
    approved: words.approved,
    locked: words.locked,
    open: '',
    returned: '',
  }[status];
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={words.submitted}
      className="rounded border border-done/40 bg-done-soft px-4 py-3 outline-none"
    >
      <h2 className="text-head font-semibold text-done">
        <Icon name="done" className="mr-1" />
        {words.submitted}
      </h2>
      <p className="text-body leading-7">
        {words.submittedLine(submission.number, momentText(submission.submittedAt), submission.submittedBy)}
      </p>
      <p className="text-body leading-7">
        {words.hash}
        {remarks.colon}
        <span className="font-mono">{submission.hash.slice(0, 12)}</span>
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-3">
        {form.verdicts['filing.recall'] === 'allowed' && (
          <Button disabled={isBusy} onClick={() => run(() => client.filing.recall.mutate({ filingId: form.filingId }), words.recalled)}>
            {words.recall}
          </Button>
        )}
        <span className="text-note text-muted">{note}</span>
      </div>
      <ActAnswer answer={answer} className="mt-2" />
    </section>
  );
}
