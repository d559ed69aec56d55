'use client';

import { useState } from 'react';
import type { DueLockSetting } from '@/server/domain/deadlines';
import { type Day, usualYear } from '@/server/domain/periods';
import type { Board } from '@/server/queries/board';
import type { Year, YearQuarter } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { YearTabs } from '../../shell/year-tabs';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { ListTable } from '../../ui/list-table';
import { EmptyState, PageHead } from '../../ui/page';
import { AddYear } from './add-year';
import { DueLockForm } from './due-lock-form';
import { QuarterAct, type QuarterDeed } from './quarter-act';
import { QuarterRow } from './quarter-row';
import { WithdrawYear } from './withdraw-year';

/** A year's quarters: when they are due, whether they are open, how far they are. */
export function YearsView({
  years,
  board,
  today,
  mayRollOver,
  dueLock,
}: {
  years: readonly (Year & { quarters: YearQuarter[] })[];
  board: Board;
  today: Day;
  mayRollOver: boolean;
  dueLock: DueLockSetting;
}) {
  const { common, office } = useWritingMessages();
  const words = office.years;
  const [open, setOpen] = useState<{ deed: QuarterDeed; quarter: 1 | 2 | 3 | 4 } | null>(null);
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const known = years.map((year) => year.year);
  const shown = years.find((year) => year.year === board.year) ?? years[0];
  // Whatever else stands in it, the command knows; where a filing has left its unit it is plain that the year stays.
  const isUnbegun = board.quarters.every((quarter) => quarter.done === 0);
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        {shown && mayRollOver && (
          <Link href={`/office/years/roll-over?from=${usualYear(known, today) ?? shown.year}`} className={buttonClass('plain')}>
            {words.rollOver}
          </Link>
        )}
        {shown && <YearTabs years={known} shown={shown.year} href="/office/years" label={office.board.years} />}
      </PageHead>
      <AddYear years={known} today={today} />
      {!shown && <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>}
      {shown && (
        <section aria-labelledby="shown-year">
          <div className="flex flex-wrap items-baseline gap-3 pb-2">
            <h2 id="shown-year" className="text-head font-semibold">
              {common.year(shown.year)} <span className="text-body font-normal text-muted">{words.format(shown.format)}</span>
            </h2>
            {isUnbegun && (
              <Button isSmall className="ml-auto" onClick={() => setIsWithdrawing(true)}>
                {words.withdrawOf(shown.year)}
              </Button>
            )}
          </div>
          <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
          <ListTable caption={common.year(shown.year)} heads={[words.quarter, words.due, words.state, words.acts]}>
            {shown.quarters.map((quarter) => (
              <QuarterRow
                key={`${shown.year}Q${quarter.quarter}`}
                quarter={quarter}
                tally={board.quarters.find((one) => one.quarter === quarter.quarter)}
                today={today}
                onDeed={(deed, of) => setOpen({ deed, quarter: of })}
                onAnswer={setAnswer}
              />
            ))}
          </ListTable>
          <DueLockForm stored={dueLock} year={shown.year} today={today} />
          {isWithdrawing && (
            <WithdrawYear
              year={shown.year}
              onDone={(text) => {
                setIsWithdrawing(false);
                setAnswer({ tone: 'done', text });
              }}
              onClose={() => setIsWithdrawing(false)}
            />
          )}
          {open && (
            <QuarterAct
              {...open}
              today={today}
              dueOn={shown.quarters.find((one) => one.quarter === open.quarter)?.dueOn ?? today}
              tally={board.quarters.find((one) => one.quarter === open.quarter)}
              year={shown.year}
              onClose={() => setOpen(null)}
              onDone={(text) => {
                setOpen(null);
                setAnswer({ tone: 'done', text });
              }}
            />
          )}
        </section>
      )}
    </>
  );
}
