'use client';

import type { Quarter } from '@/server/domain/periods';
import { useMessages } from '../../messages/messages-provider';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { DialogForm } from '../dialog-form';

export type QuarterDeed = 'open' | 'openAgain' | 'close';

/** Opening and closing a quarter concern every unit, so each says what it does before it is done. */
export function QuarterAct({
  deed,
  year,
  quarter,
  onDone,
  onClose,
}: {
  deed: QuarterDeed;
  year: number;
  quarter: Quarter;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, office } = useMessages();
  const words = office.years;
  const trpc = useTRPCClient();
  const act = useAct();
  const period = common.period(year, quarter);
  const { title, question, sentence } = {
    open: { title: words.openOf(period), question: words.openQuestion, sentence: words.opened(period) },
    openAgain: { title: words.openAgainOf(period), question: words.openAgainQuestion, sentence: words.openedAgain(period) },
    close: { title: words.closeOf(period), question: words.closeQuestion, sentence: words.closed(period) },
  }[deed];
  const mutation = deed === 'close' ? trpc.office.lockQuarter : trpc.office.openQuarter;
  const submit = async () => {
    if (await act.run(() => mutation.mutate({ year, quarter }), sentence)) onDone(sentence);
  };
  return (
    <DialogForm title={title} act={title} isBusy={act.isBusy} answer={act.answer} onSubmit={submit} onClose={onClose}>
      <p className="text-[15px] leading-6">{question}</p>
    </DialogForm>
  );
}
