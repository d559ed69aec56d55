'use client';

import { type FormEvent, useState } from 'react';
import { isOver } from '@/server/domain/deadlines/due-of';
import { type Day, dayAt, isQuarter, type Quarter } from '@/server/domain/periods';
import type { BoardTally } from '@/server/queries/board';
import type { YearQuarter } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import type { Answer } from '../../shell/answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { DayInWords } from '../../ui/day-in-words';
import { bodyCell } from '../../ui/list-table';
import { useMade } from '../../ui/made';
import { Badge } from '../../ui/notice';
import type { QuarterDeed } from './quarter-act';

export function QuarterRow({
  quarter,
  tally,
  today,
  onDeed,
  onAnswer,
}: {
  quarter: YearQuarter;
  /** How far its units are. */
  tally: BoardTally | undefined;
  today: Day;
  onDeed: (deed: QuarterDeed, quarter: Quarter) => void;
  onAnswer: (answer: Answer | null) => void;
}) {
  const { common, office } = useWritingMessages();
  const words = office.years;
  const period = common.period(quarter.year, quarter.quarter);
  const isOpen = quarter.openedAt !== null;
  const { done = 0, locked = 0, filings = 0 } = tally ?? {};
  const isClosed = filings > 0 && locked === filings;
  const number = quarter.quarter;
  const made = useMade<HTMLTableRowElement>(`${quarter.year}Q${number}`);
  if (!isQuarter(number)) return null;
  const deedButton = (deed: QuarterDeed, text: string, name: string) => (
    <Button isSmall aria-label={name} onClick={() => onDeed(deed, number)}>
      {text}
    </Button>
  );
  return (
    <tr {...made} className="hover:bg-desk/60">
      <th scope="row" className={`${bodyCell} font-medium whitespace-nowrap`}>
        {common.quarter(number)}
      </th>
      <td className={bodyCell}>
        <DueDay quarter={quarter} of={number} period={period} today={today} inHand={filings - done} onAnswer={onAnswer} />
      </td>
      <td className={bodyCell}>
        <div className="flex flex-wrap items-center gap-2">
          {!isOpen && <Badge>{words.states.notOpened}</Badge>}
          {isOpen && !isClosed && <Badge tone="act">{words.states.open}</Badge>}
          {isClosed && <Badge tone="done">{words.states.closed}</Badge>}
          {quarter.openedAt && <span className="text-note text-muted">{words.openedOn(dayAt(quarter.openedAt))}</span>}
          {isOpen && <span className="text-note text-muted">{words.progress(done, filings)}</span>}
        </div>
      </td>
      <td className={bodyCell}>
        <div className="flex flex-wrap gap-2">
          {!isOpen && deedButton('open', words.open, words.openOf(period))}
          {isOpen && !isClosed && deedButton('openAgain', words.openAgain, words.openAgainOf(period))}
          {isOpen && !isClosed && deedButton('close', words.close, words.closeOf(period))}
        </div>
      </td>
    </tr>
  );
}

function DueDay({
  quarter,
  of,
  period,
  today,
  inHand,
  onAnswer,
}: {
  quarter: YearQuarter;
  of: Quarter;
  period: string;
  today: Day;
  /** Filings that are not through. */
  inHand: number;
  onAnswer: (answer: Answer | null) => void;
}) {
  const words = useWritingMessages().office.years;
  const trpc = useTRPCClient();
  const act = useAct({ onAnswer });
  const [dueOn, setDueOn] = useState(quarter.dueOn);
  const [isLateMeant, setIsLateMeant] = useState(false);
  const isLate = inHand > 0 && dueOn !== quarter.dueOn && isOver(dueOn, today);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const asked = { year: quarter.year, quarter: of, dueOn, seen: quarter.dueOn, isLateMeant };
    void act.run(() => trpc.office.setQuarterDue.mutate(asked), words.dueSaved(period, dueOn));
  };
  return (
    <form method="post" onSubmit={save} className="flex flex-wrap items-center gap-2">
      <input
        type="date"
        required
        aria-label={words.dueOf(period)}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
        className="h-8 rounded border border-edge bg-paper px-2 hover:border-act"
      />
      <span className="min-w-40 text-note text-muted">
        <DayInWords day={dueOn} />
      </span>
      {isLate && (
        <label className="flex items-center gap-1.5 text-note text-confirm">
          <input
            type="checkbox"
            className="size-4 accent-act"
            checked={isLateMeant}
            onChange={(event) => setIsLateMeant(event.target.checked)}
          />
          {words.lateByMove(inHand)}
        </label>
      )}
      <Button type="submit" isSmall aria-label={words.saveDueOf(period)} disabled={act.isBusy || dueOn === quarter.dueOn}>
        {words.saveDue}
      </Button>
    </form>
  );
}
