'use client';

import { useRouter } from 'next/navigation';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';

/** Takes back a year that was created by slip; one in which there is anything is refused with what that is. */
export function WithdrawYear({ year, onDone, onClose }: { year: number; onDone: (sentence: string) => void; onClose: () => void }) {
  const words = useWritingMessages().office.years;
  const trpc = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const title = words.withdrawOf(year);
  const submit = async () => {
    const sentence = words.withdrawn(year);
    if (!(await act.run(() => trpc.office.withdrawYear.mutate({ year }), sentence))) return;
    onDone(sentence);
    router.push('/office/years');
  };
  return (
    <DialogForm title={title} act={title} isBusy={act.isBusy} answer={act.answer} onSubmit={submit} onClose={onClose}>
      <p className="text-body leading-6">{words.withdrawQuestion}</p>
    </DialogForm>
  );
}
