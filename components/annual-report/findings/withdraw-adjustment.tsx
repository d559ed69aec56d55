'use client';

import { useState } from 'react';
import type { AdjustmentLine } from '@/server/queries/adjustment-lines';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import type { useAct } from '../../shell/use-act';
import { ImpactPreview } from '../../signing/impact-preview';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DialogActs } from '../../ui/dialog-acts';
import { keyOf } from '../report-key';

/** Takes a line back. One that is in the figure says first what that moves, and whose signatures lapse. */
export function WithdrawAdjustment({
  page,
  line,
  name,
  act: { run, isBusy },
}: {
  page: ReportPage;
  line: AdjustmentLine;
  /** Of the cell. */
  name: string;
  act: Pick<ReturnType<typeof useAct>, 'run' | 'isBusy'>;
}) {
  const { adjust, common } = useWritingMessages();
  const client = useTRPCClient();
  const [isAsking, setIsAsking] = useState(false);
  const asked = { ...keyOf(page), adjustmentId: line.id };
  const withdraw = async () => {
    await run(() => client.report.withdrawAdjustment.mutate(asked), adjust.withdrawnDone);
    setIsAsking(false);
  };
  return (
    <>
      <Button
        look="quiet"
        isSmall
        aria-label={adjust.withdrawOf(name)}
        disabled={isBusy}
        onClick={line.state === 'counted' ? () => setIsAsking(true) : withdraw}
      >
        {adjust.withdraw}
      </Button>
      {isAsking && (
        <Dialog isOpen onClose={() => setIsAsking(false)} title={adjust.withdrawOf(name)}>
          <div className="flex flex-col gap-3">
            <p className="text-body leading-7">{adjust.withdrawAsk}</p>
            <ImpactPreview change={line.id} ask={() => client.report.withdrawAdjustmentImpact.query(asked)} />
            <DialogActs>
              <Button onClick={() => setIsAsking(false)}>{common.cancel}</Button>
              <Button look="primary" disabled={isBusy} onClick={withdraw}>
                {adjust.withdrawConfirm}
              </Button>
            </DialogActs>
          </div>
        </Dialog>
      )}
    </>
  );
}
