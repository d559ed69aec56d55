'use client';

import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { keyOf } from '../annual-report/report-key';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button, buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { momentText } from '../ui/moment';
import { newId } from '../ui/new-id';
import { Badge } from '../ui/notice';
import { Sheet } from '../ui/page';
import { signAddress } from './sign-address';
import { StepList } from './step-list';
import { WithdrawDialog } from './withdraw-dialog';

/** Who signs and how it stands with each; the office sends the report round here. Nothing where nobody signs. */
export function SigningPanel({ page, format }: { page: ReportPage; format: Format }) {
  const { signing: words } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [changeId, setChangeId] = useState(newId);
  const [isTakingBack, setIsTakingBack] = useState(false);
  const { signing, obstacles } = page;
  if (signing.steps.length === 0) return null;
  const signed = signing.steps.filter((one) => one.state === 'signed').length;
  const lapsed = signing.steps.filter((one) => one.state === 'lapsed').length;
  const isSettled = obstacles.every((one) => one.kind === 'signature');
  const send = async () => {
    const done = await run(() => client.report.sendForSigning.mutate({ ...keyOf(page), changeId, seenHash: signing.hash }), words.sendDone);
    if (done) setChangeId(newId());
  };
  return (
    <section aria-label={words.title}>
      <Sheet
        title={words.title}
        actions={
          <span className="flex flex-wrap gap-1">
            <Badge tone={signed === signing.steps.length ? 'done' : 'plain'}>{words.count(signed, signing.steps.length)}</Badge>
            {lapsed > 0 && <Badge tone="confirm">{words.lapsedCount(lapsed)}</Badge>}
          </span>
        }
      >
        {signing.sent ? (
          <p className="text-note leading-5 text-muted">{words.sentBy(signing.sent.by, momentText(signing.sent.at))}</p>
        ) : (
          <p className="text-note leading-5 text-muted">{words.notSentHint}</p>
        )}
        <StepList signing={signing} format={format} />
        <div className="flex flex-wrap gap-2 pt-1">
          <Link href={signAddress(page)} className={buttonClass(signing.mine ? 'primary' : 'plain')}>
            {words.open}
          </Link>
          {page.verdicts['report.finalise'] === 'allowed' && !signing.sent && (
            <Button look="primary" disabled={isBusy || !isSettled} onClick={send}>
              {words.send}
            </Button>
          )}
          {signing.sent?.isOwn && <Button onClick={() => setIsTakingBack(true)}>{words.recall}</Button>}
        </div>
        <ActAnswer answer={answer} className="pt-2 empty:pt-0" />
        {isTakingBack && signing.sent && (
          <WithdrawDialog
            report={page}
            signatureId={signing.sent.id}
            words={{ title: words.recall, act: words.recall, reason: words.recallReason, done: words.recalled }}
            onClose={() => setIsTakingBack(false)}
          />
        )}
      </Sheet>
    </section>
  );
}
