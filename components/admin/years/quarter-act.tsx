'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isOver } from '@/server/domain/deadlines/due-of';
import type { Day, Quarter } from '@/server/domain/periods';
import type { BoardTally } from '@/server/queries/board';
import { useWritingMessages } from '../../messages/writing-words';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { QueriesProvider, useTRPC } from '../../trpc-queries';
import { TextField } from '../../ui/field';
import { Link } from '../../ui/link';
import { tellMade } from '../../ui/made';
import { Notice } from '../../ui/notice';
import { DialogForm } from '../dialog-form';

/** Units that would meet cells only the office can fill: said before the quarter is opened, with the way to their openings. */
function WithoutOpenings({ year, quarter }: { year: number; quarter: Quarter }) {
  const { office, common } = useWritingMessages();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.office.unitsWithoutOpenings.queryOptions({ year, quarter }));
  if (!data || data.length === 0) return null;
  return (
    <Notice tone="confirm">
      {office.years.withoutOpenings(data.length)}
      {data.slice(0, named).map(({ unitId, name }, index) => (
        <span key={unitId}>
          {index > 0 && common.listComma}
          <Link href={`/office/openings?unit=${encodeURIComponent(unitId)}&year=${year}`} className="underline underline-offset-2">
            {name}
          </Link>
        </span>
      ))}
      {data.length > named && '…'}
    </Notice>
  );
}

/** Beyond so many the number says it. */
const named = 20;

export type QuarterDeed = 'open' | 'openAgain' | 'close';

/** Opening and closing a quarter concern every unit, so each says what it does before it is done. */
export function QuarterAct({
  deed,
  year,
  quarter,
  today,
  dueOn,
  tally,
  onDone,
  onClose,
}: {
  deed: QuarterDeed;
  year: number;
  quarter: Quarter;
  today: Day;
  /** As it is set. */
  dueOn: Day;
  tally: Pick<BoardTally, 'of' | 'filings'> | undefined;
  onDone: (sentence: string) => void;
  onClose: () => void;
}) {
  const { common, office } = useWritingMessages();
  const words = office.years;
  const trpc = useTRPCClient();
  const act = useAct();
  const period = common.period(year, quarter);
  const { title, question, sentence } = {
    open: { title: words.openOf(period), question: words.openQuestion, sentence: words.opened(period) },
    openAgain: { title: words.openAgainOf(period), question: words.openAgainQuestion, sentence: words.openedAgain(period) },
    close: { title: words.closeOf(period), question: words.closeQuestion, sentence: words.closed(period) },
  }[deed];
  const [due, setDue] = useState(dueOn);
  const [isLateMeant, setIsLateMeant] = useState(false);
  const added = Math.max(0, (tally?.of ?? 0) - (tally?.filings ?? 0));
  const wasLate = deed !== 'close' && added > 0 && isOver(dueOn, today);
  const isLate = wasLate && isOver(due, today);
  const submit = async () => {
    const run = () =>
      deed === 'close'
        ? trpc.office.lockQuarter.mutate({ year, quarter })
        : trpc.office.openQuarter.mutate({ year, quarter, ...(due === dueOn ? {} : { dueOn: due }), isLateMeant });
    if (!(await act.run(run, sentence))) return;
    tellMade(`${year}Q${quarter}`);
    onDone(sentence);
  };
  return (
    <DialogForm title={title} act={title} isBusy={act.isBusy} answer={act.answer} onSubmit={submit} onClose={onClose}>
      <p className="text-body leading-6">{question}</p>
      {deed !== 'close' && (
        <QueriesProvider>
          <WithoutOpenings year={year} quarter={quarter} />
        </QueriesProvider>
      )}
      {wasLate && (
        <>
          <Notice tone="confirm">{words.lateAtOnce(dueOn, today, added)}</Notice>
          <TextField label={words.dueOf(period)} type="date" required value={due} onChange={(event) => setDue(event.target.value)} />
        </>
      )}
      {isLate && (
        <label className="flex items-start gap-2 text-body leading-6 text-confirm">
          <input
            type="checkbox"
            className="mt-1 size-4 accent-act"
            checked={isLateMeant}
            onChange={(event) => setIsLateMeant(event.target.checked)}
          />
          <span>{words.lateMeant(due)}</span>
        </label>
      )}
    </DialogForm>
  );
}
