'use client';

import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { SignPage } from '@/server/queries/signing';
import { ObstacleList } from '../annual-report/edition/obstacle-list';
import { keyOf } from '../annual-report/report-key';
import { SignDialog } from '../corrections/sign-dialog';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { newId } from '../ui/new-id';
import { Notice } from '../ui/notice';
import { Sheet } from '../ui/page';
import { useKeptText } from '../ui/use-kept-text';
import { WithdrawDialog } from './withdraw-dialog';

/** The one act of the page: the signature under what it shows. Or why it is not this person's turn. */
export function SignBox({ page, format }: { page: SignPage; format: Format }) {
  const { signing: words, common } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const { signing, verdict, obstacles } = page;
  const [changeId, setChangeId] = useState(newId);
  const [isAsking, setIsAsking] = useState(false);
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const [note, setNote, forget] = useKeptText(`sign ${page.unitId} ${page.year} ${page.scope}`);
  const next = signing.steps.find((one) => one.isNext);
  const own = signing.steps.find((one) => one.signature?.isOwn && one.state === 'signed' && one.signature.edition === signing.edition);
  const sign = async (step: string) => {
    const asked = { ...keyOf(page), step, changeId, seenHash: signing.hash, note };
    if (!(await run(() => client.report.sign.mutate(asked), words.signDone))) return;
    setIsAsking(false);
    setChangeId(newId());
    forget();
  };
  return (
    <Sheet>
      <div className="flex flex-col gap-3">
        {obstacles.length > 0 ? (
          <>
            <Notice tone="confirm">{words.settleFirst(obstacles.length)}</Notice>
            <ObstacleList of={page} obstacles={obstacles} format={format} />
          </>
        ) : verdict !== 'allowed' || !next ? (
          <Notice tone={verdict === 'all_signed' ? 'done' : 'plain'}>
            {verdict === 'other_role' || verdict === 'signed_another'
              ? words.whyNot[verdict](next?.step.name ?? '')
              : words.whyNot[verdict === 'not_sent' ? 'not_sent' : 'all_signed']}
          </Notice>
        ) : (
          <>
            <TextArea label={words.noteLabel} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
            <Button look="official" disabled={isBusy} onClick={() => setIsAsking(true)}>
              {words.sign(next.step.name)}
            </Button>
            <p className="text-note leading-5 text-muted">{words.signHint}</p>
          </>
        )}
        <ActAnswer answer={isAsking ? null : answer} className="empty:-mt-3" />
        {own?.signature && <Button onClick={() => setIsWithdrawing(true)}>{words.withdraw}</Button>}
        <p className="font-mono text-note text-muted">{words.hash(signing.hash.slice(0, 12))}</p>
      </div>
      {isAsking && next && (
        <SignDialog
          title={words.sign(next.step.name)}
          question={words.signAsk(page.organ, page.year, common.scopes[page.scope], signing.edition)}
          act={words.sign(next.step.name)}
          isBusy={isBusy}
          answer={answer}
          onSubmit={() => sign(next.step.key)}
          onClose={() => setIsAsking(false)}
        >
          <p className="text-body leading-6">
            {words.answersFor(next.step.answersFor.map((group) => words.groups[group]).join(common.listComma))}
          </p>
          <p className="font-mono text-note text-muted">{words.hash(signing.hash.slice(0, 12))}</p>
        </SignDialog>
      )}
      {isWithdrawing && own?.signature && (
        <WithdrawDialog
          report={page}
          signatureId={own.signature.id}
          words={{ title: words.withdrawTitle(own.step.name), act: words.withdraw, reason: words.withdrawReason, done: words.withdrawn }}
          onClose={() => setIsWithdrawing(false)}
        />
      )}
    </Sheet>
  );
}
