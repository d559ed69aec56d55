'use client';

import clsx from 'clsx';
import type { OverviewQuarter } from '@/server/queries/overview';
import { useWritingMessages } from '../messages/writing-words';
import { Icon } from '../ui/icon';
import { statusLooks } from '../ui/status-looks';
import { Bar } from './bars';

const states = [
  { key: 'done', look: statusLooks.approved, fill: 'fill-done' },
  { key: 'waiting', look: statusLooks.submitted, fill: 'fill-act' },
  { key: 'returned', look: statusLooks.returned, fill: 'fill-confirm' },
  { key: 'inHand', look: statusLooks.not_started, fill: 'fill-hairline' },
] as const;

/** One quarter: how many units are how far, as a bar and in words. */
export function QuarterProgress({ quarter: one }: { quarter: OverviewQuarter }) {
  const { common, overview } = useWritingMessages();
  const words = overview.quarters;
  // One unit is somewhere, and needs no count.
  const isAlone = one.of === 1;
  return (
    <section aria-label={common.quarter(one.quarter)} className="rounded border border-hairline bg-paper px-4 py-3 print:px-2 print:py-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <h3 className="text-body font-semibold">{common.quarter(one.quarter)}</h3>
        <span className="text-note text-muted">{words.due(one.dueOn)}</span>
      </div>
      {one.isOpen && one.of > 0 ? (
        <>
          {!isAlone && <p className="text-note leading-5">{words.of(one.done, one.of)}</p>}
          <Bar parts={states.map(({ key, fill }) => ({ value: one[key], fill }))} of={one.of} className="my-1 h-3" />
          <ul className="text-note leading-5">
            {states.map(({ key, look }) =>
              one[key] > 0 ? (
                <li key={key} className="flex gap-x-1">
                  <Icon name={look.icon} className={clsx('mt-0.5', look.ink)} />
                  <span className="flex-1">{words[key]}</span>
                  {!isAlone && <strong>{one[key]}</strong>}
                </li>
              ) : null,
            )}
          </ul>
          {one.overdue > 0 && (
            <p className="text-note leading-5 font-medium text-confirm">
              <Icon name="late" /> {isAlone ? overview.late.title : words.overdue(one.overdue)}
            </p>
          )}
        </>
      ) : (
        <p className="text-note leading-5 text-muted">{one.isOpen ? words.none : words.notOpened}</p>
      )}
    </section>
  );
}
