'use client';

import clsx from 'clsx';
import {
  figuresOfChange,
  formatOf,
  printedDifference,
  quarterOfChange,
  type SlipChange,
  type SlipEffect,
  successorOf,
} from '@/server/domain/corrections';
import { parseFigure, printFigure } from '@/server/domain/figures';
import { cellName } from '@/server/domain/formats';
import type { SlipDesk } from '@/server/queries/slips';
import { figureField } from '../clipboard/figure-field';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { bodyCell, headCell } from '../ui/list-table';
import { periodInReach } from './period-in-reach';

export function changeInputId({ quarter, cell }: Pick<SlipChange, 'quarter' | 'cell'>): string {
  return `change-${quarter}-${cell}`;
}

/** The lines of a slip: what stands now, a native number field for what is right, the difference. */
export function ChangeRows({
  desk,
  changes,
  problems,
  onType,
  onRemove,
}: {
  desk: SlipDesk;
  changes: readonly SlipChange[];
  problems: SlipEffect['problems'];
  onType: (change: SlipChange, raw: string) => void;
  onRemove: (change: SlipChange) => void;
}) {
  const { slips, common, clerk } = useWritingMessages();
  const { changeColumns: columns } = slips;
  const numeric = [columns.before, columns.difference];
  if (changes.length === 0) return <p className="text-body leading-6 text-muted">{slips.noChanges}</p>;
  return (
    <table className="w-full border-collapse text-body">
      <caption className="sr-only">{slips.changesTitle}</caption>
      <thead>
        <tr>
          {[columns.period, columns.cell, columns.before, columns.after, columns.difference, columns.remove].map((head) => (
            <th key={head} scope="col" className={clsx(headCell, numeric.includes(head) && 'text-right')}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const quarter = quarterOfChange(desk.books, desk.year, change);
          const cell = quarter && formatOf(quarter).cells.get(change.cell);
          if (!quarter || !cell) return null;
          const period = periodInReach(successorOf(desk.books, quarter), common.period(quarter.year, quarter.quarter));
          const figures = figuresOfChange(quarter, cell, change.raw);
          const [before, after] = [printFigure(figures.before, cell), printFigure(figures.after, cell)];
          const problem = problems.find((one) => one.change === change)?.problem;
          const parsed = parseFigure(change.raw, cell);
          const isWrong = problem !== undefined && problem !== 'same';
          const said =
            problem === 'unreadable' && parsed.kind === 'unreadable'
              ? clerk.reasons[parsed.reason]
              : problem
                ? slips.problems[problem]
                : parsed.kind === 'number' && parsed.differsFromRaw
                  ? slips.recognised(parsed.plain)
                  : '';
          const id = changeInputId(change);
          return (
            <tr key={id}>
              <td className={`${bodyCell} whitespace-nowrap`}>{period}</td>
              <th scope="row" className={`${bodyCell} font-medium`}>
                {cellName(cell)}
                <span className="block text-note font-normal text-muted">{cell.measuredIn}</span>
              </th>
              <td className={`${bodyCell} text-right font-serif`}>{before || slips.blank}</td>
              <td className={bodyCell}>
                <input
                  id={id}
                  inputMode={cell.quantity === 'count' ? 'numeric' : 'decimal'}
                  autoComplete="off"
                  maxLength={200}
                  {...figureField(change.raw, (raw) => onType(change, raw))}
                  aria-label={slips.newValueOf(cellName(cell), period)}
                  aria-describedby={said ? `${id}-said` : undefined}
                  aria-invalid={isWrong || undefined}
                  className="h-control w-32 rounded border border-edge bg-paper px-2 text-right font-serif aria-invalid:border-wrong"
                />
                {said && (
                  <p id={`${id}-said`} className={clsx('w-40 pt-0.5 text-note leading-5', isWrong ? 'text-wrong' : 'text-muted')}>
                    {isWrong && <Icon name="wrong" className="mr-1" />}
                    {said}
                  </p>
                )}
              </td>
              <td className={`${bodyCell} text-right font-serif whitespace-nowrap`}>{printedDifference({ before, after }) ?? '—'}</td>
              <td className={bodyCell}>
                <Button isSmall look="quiet" aria-label={slips.removeOf(cellName(cell), period)} onClick={() => onRemove(change)}>
                  {slips.remove}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
