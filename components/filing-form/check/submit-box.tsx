'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { Day } from '@/server/domain/periods';
import { isRealReason, type Seen } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { ChangesSince } from '../../shell/changes-since';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { newId } from '../../ui/new-id';
import { Notice } from '../../ui/notice';
import { useShortcut } from '../../ui/use-shortcut';

export interface SubmitBoxProps {
  form: FilingForm;
  /** The content this page shows; the submission is bound to it. */
  seenHash: string;
  /** That content itself, for the difference when it has changed. */
  seen: Seen;
  format: Format;
  /** Why it cannot be submitted now; null when it can. */
  blockedBecause: string | null;
  /** The last day of the quarter while it is running: then a reason goes with it. */
  endsOn: Day | null;
}

/** The one official act of the page, named by what it does and who receives it. */
export function SubmitBox({ form, seenHash, seen, format, blockedBecause: blocked, endsOn }: SubmitBoxProps) {
  const { clerk, common, seen: words } = useMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const { run, isBusy, answer, changed, goOn } = useAct();
  const [reason, setReason] = useState('');
  const lacksReason = endsOn !== null && !isRealReason(reason);
  const blockedBecause = changed ? words.blocked : (blocked ?? (lacksReason ? clerk.check.earlyReasonFirst : null));
  const box = useRef<HTMLDivElement>(null);
  // The shortcut leads to the act and does not do it; while it is not possible, it leads to the reason.
  const goThere = useCallback(() => box.current?.querySelector<HTMLElement>('button:enabled, p[tabindex]')?.focus(), []);
  useShortcut('KeyB', goThere);
  // One number for one content: a repeated click, or a repeat after a lost answer, is the same act.
  const changeId = useMemo(() => `${newId()}:${seenHash.slice(0, 8)}`, [seenHash]);

  async function submit(): Promise<void> {
    const earlyReason = endsOn === null ? undefined : reason;
    const asked = { filingId: form.filingId, changeId, seenHash, seen, earlyReason };
    const done = await run(() => client.filing.submit.mutate(asked), clerk.check.submitted);
    if (!done) router.refresh();
  }

  return (
    <div ref={box}>
      {changed && (
        <div className="pb-3">
          <ChangesSince {...changed} format={format} onContinue={goOn} />
        </div>
      )}
      {endsOn && (
        <div className="mb-3 flex max-w-read flex-col gap-3">
          <Notice tone="confirm">{clerk.check.early(endsOn)}</Notice>
          <TextArea
            label={clerk.check.earlyReason}
            hint={clerk.check.earlyReasonHint}
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <Button
        look="official"
        className="min-h-11 px-5 text-head"
        disabled={blockedBecause !== null || isBusy}
        aria-describedby="submit-why"
        title="Alt+B"
        aria-keyshortcuts="Alt+B"
        onClick={submit}
      >
        {clerk.check.submit(form.receiver, common.period(form.year, form.quarter))}
      </Button>
      <p id="submit-why" tabIndex={-1} className={blockedBecause ? 'mt-1.5 text-body text-confirm' : 'mt-1.5 text-note text-muted'}>
        {blockedBecause && <Icon name="confirm" className="mr-1" />}
        {blockedBecause || clerk.check.submitHint}
      </p>
      <ActAnswer
        answer={answer}
        working={isBusy ? common.working.act(clerk.check.submit(form.receiver, common.period(form.year, form.quarter))) : null}
        className="mt-2"
      />
    </div>
  );
}
