'use client';

import { useState } from 'react';
import { isRealReason } from '@/server/domain/workflow';
import type { SlipPage } from '@/server/queries/slips';

import { useWritingMessages, WritingWords } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { useAct } from '../shell/use-act';
import { ImpactPreview } from '../signing/impact-preview';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { Sheet } from '../ui/page';
import { useKeptText } from '../ui/use-kept-text';
import { ConfirmedDialog } from './sign-dialog';
import { WithdrawButton } from './withdraw-button';

/** What the person may do with a slip here and now: the office signs or refuses, the unit takes it back. */
export function SlipActs({ page: { slip, desk, deciding, moved } }: { page: SlipPage }) {
  const { slips } = useWritingMessages();
  const client = useTRPCClient();
  const [done, setDone] = useState<Answer | null>(null);
  const act = useAct();
  const [asking, setAsking] = useState<'accept' | 'refuse' | null>(null);
  const [reason, setReason, forget] = useKeptText(`refuse slip ${slip.id}`);
  const { id: slipId, version } = slip;
  const decide = async (work: () => Promise<void>, text: string) => {
    if (!(await act.run(work, text))) return false;
    setAsking(null);
    forget();
    setDone({ tone: 'done', text });
    return true;
  };
  return (
    <>
      <ActAnswer answer={done} className="empty:hidden" />
      {slip.status === 'signed' && deciding === 'own_work' && <Notice tone="confirm">{slips.ownWork}</Notice>}
      {slip.status === 'signed' && deciding === 'allowed' && (
        <Sheet title={slips.decideTitle}>
          <div className="flex flex-col gap-3">
            <p className="text-note leading-6 text-muted">{slips.acceptHint}</p>
            <Button look="official" disabled={act.isBusy || moved.length > 0} onClick={() => setAsking('accept')}>
              {slips.accept}
            </Button>
            <Button disabled={act.isBusy} onClick={() => setAsking('refuse')}>
              {slips.refuse}
            </Button>
            <p className="text-note leading-5 text-muted">{slips.editionHint}</p>
          </div>
        </Sheet>
      )}
      {desk.mayWrite && slip.status === 'signed' && (
        <Sheet>
          <p className="pb-2 text-note leading-6 text-muted">{slips.waiting}</p>
          <WithdrawButton slipId={slipId} version={version} />
        </Sheet>
      )}
      {asking === 'accept' && (
        <ConfirmedDialog
          title={slips.acceptTitle(slip.number)}
          question={slips.acceptHint}
          act={slips.accept}
          isBusy={act.isBusy}
          answer={act.answer}
          onSubmit={(password) => decide(() => client.slip.accept.mutate({ slipId, version, password }), slips.accepted)}
          onClose={() => setAsking(null)}
        >
          <p className="text-body leading-7">{slips.editionHint}</p>
          <WritingWords>
            <ImpactPreview change={`${slipId} ${version}`} ask={() => client.slip.impact.query({ slipId, version })} />
          </WritingWords>
        </ConfirmedDialog>
      )}
      {asking === 'refuse' && (
        <ConfirmedDialog
          title={slips.refuseTitle(slip.number)}
          question={slips.refuseReasonHint}
          act={slips.refuseTitle(slip.number)}
          isOfficial={false}
          isBusy={act.isBusy}
          isReady={isRealReason(reason)}
          answer={act.answer}
          onSubmit={(password) => decide(() => client.slip.refuse.mutate({ slipId, version, reason, password }), slips.refused)}
          onClose={() => setAsking(null)}
        >
          <TextArea
            label={slips.refuseReason}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </ConfirmedDialog>
      )}
    </>
  );
}
