'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWritingMessages } from '../messages/writing-words';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { SignDialog } from './sign-dialog';

/** The unit takes its slip back. */
export function WithdrawButton({ slipId, version }: { slipId: string; version: number }) {
  const { slips } = useWritingMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = async () => {
    if (!(await act.run(() => client.slip.withdraw.mutate({ slipId, version }), slips.withdrawn))) return;
    setIsAsking(false);
    router.push(`/slips/${slipId}`);
  };
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{slips.withdraw}</Button>
      {isAsking && (
        <SignDialog
          title={slips.withdraw}
          question={slips.withdrawAsk}
          act={slips.withdraw}
          isBusy={act.isBusy}
          answer={act.answer}
          onSubmit={withdraw}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
