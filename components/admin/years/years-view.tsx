'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Board } from '@/server/queries/board';
import type { Year, YearQuarter } from '@/server/queries/office';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { YearTabs } from '../../shell/year-tabs';
import { buttonClass } from '../../ui/button';
import { ListTable } from '../../ui/list-table';
import { EmptyState, PageHead } from '../../ui/page';
import { AddYear } from './add-year';
import { QuarterAct, type QuarterDeed } from './quarter-act';
import { QuarterRow } from './quarter-row';

/** A year's quarters: when they are due, whether they are open, how far they are. */
export function YearsView({ years, board }: { years: readonly (Year & { quarters: YearQuarter[] })[]; board: Board }) {
  const { common, office } = useMessages();
  const words = office.years;
  const [open, setOpen] = useState<{ deed: QuarterDeed; quarter: 1 | 2 | 3 | 4 } | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const shown = years.find((year) => year.year === board.year) ?? years[0];
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        {shown && (
          <Link href={`/office/years/roll-over?from=${years[0]?.year ?? shown.year}`} className={buttonClass('plain')}>
            {words.rollOver}
          </Link>
        )}
        {shown && <YearTabs years={years.map((year) => year.year)} shown={shown.year} href="/office/years" label={office.board.years} />}
      </PageHead>
      <AddYear years={years.map((year) => year.year)} />
      {!shown && <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>}
      {shown && (
        <section aria-labelledby="shown-year">
          <h2 id="shown-year" className="pb-2 text-[17px] font-semibold">
            {common.year(shown.year)} <span className="text-[15px] font-normal text-muted">{words.format(shown.format)}</span>
          </h2>
          <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
          <ListTable caption={common.year(shown.year)} heads={[words.quarter, words.due, words.state, words.acts]}>
            {shown.quarters.map((quarter) => (
              <QuarterRow
                key={`${shown.year}Q${quarter.quarter}`}
                quarter={quarter}
                tally={board.quarters.find((one) => one.quarter === quarter.quarter)}
                onDeed={(deed, of) => setOpen({ deed, quarter: of })}
                onAnswer={setAnswer}
              />
            ))}
          </ListTable>
          {open && (
            <QuarterAct
              {...open}
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
