'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { dayAt } from '@/server/domain/periods';
import type { ReportKey } from '@/server/domain/subject';
import type { QuarterCount, ReportWay as Way } from '@/server/views/report-way';
import { useWritingMessages } from '../../messages/writing-words';
import { editionSheetAddress, signAddress } from '../../signing/sign-address';
import { Link } from '../../ui/link';
import { Ring } from '../../ui/ring';
import { addressOfPlace } from '../report-places';

interface Step {
  key: 'entered' | 'reviewed' | 'added' | 'signed' | 'finalised';
  /** Its ring: an arc for each quarter, for each who signs, or one. */
  shares: readonly number[];
  figure: ReactNode;
  notes: readonly string[];
  /** Where it happened; null where this person has no such page. */
  to: string | null;
}

/**
 * How the numbers of a report go from the first key to print: entered, reviewed, added up, signed, final; each step with its counts and its
 * people, in an ordered list. What has not happened says so, and so does what is not known.
 *
 * @param mayReadBoard the office's pages of quarters are theirs to open
 */
export function ReportWay({
  of,
  way,
  mayReadBoard,
  isOnPaper = false,
}: {
  of: ReportKey;
  way: Way;
  mayReadBoard: boolean;
  /** Printed, in the type of what is kept. */
  isOnPaper?: boolean;
}) {
  const { report } = useWritingMessages();
  const words = report.way;
  const steps = useSteps(of, way, mayReadBoard);
  return (
    <section aria-label={words.title} className={clsx(!isOnPaper && 'rounded border border-hairline bg-paper px-4 py-2.5 print:hidden')}>
      <ol className="grid gap-x-7 gap-y-2 sm:grid-cols-5 print:grid-cols-5">
        {steps.map(({ key, shares, figure, notes, to }, index) => {
          const isDone = shares.length > 0 && shares.every((share) => share >= 1);
          const isBegun = shares.some((share) => share > 0);
          const name = words.steps[key];
          return (
            <li key={key} className={clsx('relative flex min-w-0 gap-2', isOnPaper && 'flex-col')}>
              {index > 0 && (
                <span aria-hidden="true" className="absolute -left-5 text-body leading-6 text-muted max-sm:hidden">
                  →
                </span>
              )}
              <Ring
                shares={shares.length > 0 ? shares : [0]}
                className={clsx('size-6', isOnPaper ? 'text-ink' : isDone ? 'text-done' : isBegun ? 'text-act' : 'text-muted')}
              />
              <div className="min-w-0 text-note leading-5">
                <p className="text-body leading-6">
                  {to === null || isOnPaper ? (
                    <span className="font-semibold">{name}</span>
                  ) : (
                    <Link href={to} className="font-semibold text-act underline underline-offset-4">
                      {name}
                    </Link>
                  )}{' '}
                  <span className="whitespace-nowrap">{figure}</span>
                </p>
                {(isOnPaper ? notes : [notes.join(' · ')]).map((note) => (
                  <p key={note} className={clsx('break-words empty:hidden', !isOnPaper && 'text-muted')}>
                    {note}
                  </p>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function useSteps(of: ReportKey, way: Way, mayReadBoard: boolean): Step[] {
  const { report, common } = useWritingMessages();
  const words = report.way;
  const { entered, reviewed, added, signed, finalised } = way;
  const who = ({ count, first }: Way['entered']['people']) =>
    count === 0 ? [] : [count > first.length ? words.andOthers(first.join(common.listComma), count) : first.join(common.listComma)];
  const done = signed.filter((one) => one.by !== '');
  const final: Step = {
    key: 'finalised',
    shares: [finalised ? 1 : 0],
    figure: finalised ? report.edition(finalised.number) : words.notYet,
    notes: finalised ? [words.byOn(finalised.by, dayOf(finalised.at))] : [],
    to: finalised ? editionSheetAddress(of, finalised.number) : addressOfPlace(of, 'finalise'),
  };
  if (way.isAdopted)
    return [
      ...(['entered', 'reviewed', 'added', 'signed'] as const).map(
        (key): Step => ({ key, shares: [], figure: words.unknown, notes: [], to: null }),
      ),
      { ...final, notes: [words.adopted, ...final.notes] },
    ];
  return [
    {
      key: 'entered',
      shares: sharesOf(entered.quarters),
      figure: words.unitsAndQuarters(entered.units, ...sums(entered.quarters)),
      notes: who(entered.people),
      to: mayReadBoard ? `/board?year=${of.year}` : '/tasks',
    },
    {
      key: 'reviewed',
      shares: sharesOf(reviewed.quarters),
      figure: words.quarters(...sums(reviewed.quarters)),
      notes: [...who(reviewed.people), ...(reviewed.lastAt ? [words.lastOn(dayOf(reviewed.lastAt))] : [])],
      to: mayReadBoard ? `/board?year=${of.year}` : null,
    },
    {
      key: 'added',
      shares: [added.of === 0 ? 0 : added.units / added.of],
      figure: words.units(added.units, added.of),
      notes: added.lines > 0 ? [words.lines(added.lines), ...who(added.people)] : [words.noLines],
      to: addressOfPlace(of, added.lines > 0 ? 'adjustments' : 'check'),
    },
    {
      key: 'signed',
      shares: signed.map((one) => (one.by === '' ? 0 : 1)),
      figure: signed.length === 0 ? words.noSteps : words.signatures(done.length, signed.length),
      notes: done.map((one) => words.byOn(one.by, dayOf(one.at))),
      to: signed.length === 0 ? null : signAddress(of),
    },
    final,
  ];
}

function sums(quarters: readonly QuarterCount[]): [count: number, of: number] {
  return [quarters.reduce((sum, one) => sum + one.count, 0), quarters.reduce((sum, one) => sum + one.of, 0)];
}

function sharesOf(quarters: readonly QuarterCount[]): number[] {
  return quarters.map(({ count, of }) => (of === 0 ? 0 : count / of));
}

function dayOf(at: string): string {
  return dayAt(new Date(at));
}
