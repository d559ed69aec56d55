'use client';

import { useRouter } from 'next/navigation';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';

/** Takes back a year that was created by slip; one in which there is anything is refused with what that is. */
export function WithdrawYear({ year, onClose }: { year: number; onClose: () => void }) {
  const words = useWritingMessages().office.years;
  const trpc = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const title = words.withdrawOf(year);
  const submit = async () => {
    if (!(await act.run(() => trpc.office.withdrawYear.mutate({ year }), words.withdrawn(year)))) return;
    onClose();
    router.push('/office/years');
  };
  return (
    <DialogForm title={title} act={title} isBusy={act.isBusy} answer={act.answer} onSubmit={submit} onClose={onClose}>
      <p className="text-body leading-6">{words.withdrawQuestion}</p>
    </DialogForm>
  );
}
