'use client';

import { useState } from 'react';
import type { ReportKey } from '@/server/domain/subject';
import { isRealReason } from '@/server/domain/workflow';
import { DialogForm } from '../admin/dialog-form';
import { keyOf } from '../annual-report/report-key';
import { useWritingMessages } from '../messages/writing-words';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { TextArea } from '../ui/field';

/** Takes a signature back, or the sending round, with a reason. */
export function WithdrawDialog({
  report,
  signatureId,
  words: { title, act, reason, done },
  onClose,
}: {
  report: ReportKey;
  signatureId: string;
  words: { title: string; act: string; reason: string; done: string };
  onClose: () => void;
}) {
  const { signing } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [text, setText] = useState('');
  return (
    <DialogForm
      title={title}
      act={act}
      isBusy={isBusy || !isRealReason(text)}
      answer={answer}
      onClose={onClose}
      onSubmit={async () => {
        const asked = { ...keyOf(report), signatureId, reason: text };
        if (await run(() => client.report.withdrawSignature.mutate(asked), done)) onClose();
      }}
    >
      <TextArea
        label={reason}
        hint={signing.withdrawHint}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </DialogForm>
  );
}
