'use client';

import { useMemo } from 'react';
import { type Figure, printFigure } from '@/server/domain/figures';
import type { Cell } from '@/server/domain/formats';
import { isQuarter } from '@/server/domain/periods';
import type { CellHistory } from '@/server/queries/cell-history';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { momentText } from '../../ui/moment';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';
import { PastPicture } from './past-picture';
import { stretches } from './stretches';
import type { AskedHistory } from './use-cell-history';
import { cellYearToDate } from './year-to-date';

/** 本年累计, the past in a picture, and who changed the cell. The figures of this quarter are those on the screen. */
export function PastOfCell({ cell, now, history: { data, error, refetch } }: { cell: Cell; now: Figure; history: AskedHistory }) {
  const { clerk, common } = useMessages();
  if (error)
    return (
      <p className="min-h-[7.25rem] text-note text-muted" role="status">
        {clerk.side.pastFailed}{' '}
        <Button look="quiet" isSmall className="-ml-2" onClick={() => refetch()}>
          {common.retry}
        </Button>
      </p>
    );
  return (
    <>
      <div className="min-h-[7.25rem]">
        {data ? (
          <>
            <YearToDate cell={cell} now={now} before={data.thisYear} ofUnit={data.ofUnit} />
            <PastPicture cell={cell} now={now} quarters={data.quarters} />
          </>
        ) : (
          <p className="text-note text-muted">{common.loading}</p>
        )}
      </div>
      {data && data.changes.length > 0 && <Changes changes={stretches(data.changes)} />}
    </>
  );
}

function YearToDate({
  cell,
  now,
  before,
  ofUnit,
}: {
  cell: Cell;
  now: Figure;
  before: CellHistory['thisYear'];
  ofUnit: CellHistory['ofUnit'];
}) {
  const { store } = useFiling();
  const { side } = useMessages().clerk;
  const { quarter } = useLateValue(store.form);
  const sum = useMemo(() => {
    const figures = new Map(store.figures()).set(cell.id, now);
    return isQuarter(quarter) ? cellYearToDate(store.format, cell.id, { quarter, before, now: figures, ofUnit }) : null;
  }, [store, cell, quarter, before, now, ofUnit]);
  if (!sum) return null;
  return (
    <div className="border-t border-hairline pt-1">
      <dl className="flex items-baseline justify-between gap-2">
        <dt>{side.yearToDate}</dt>
        <dd className="font-serif text-body font-semibold">{sum.figure ? printFigure(sum.figure, cell) : side.unknown}</dd>
      </dl>
      <p className="text-note leading-5 text-muted">
        {side.yearToDateOf(sum.approved, sum.hasThis)}
        {sum.missing.length > 0 && <span className="text-confirm">{side.yearToDateLacks(sum.missing)}</span>}
      </p>
    </div>
  );
}

function Changes({ changes }: { changes: CellHistory['changes'] }) {
  const { clerk, slipMarks } = useMessages();
  const { side } = clerk;
  const value = (text: string | null) => text || side.empty;
  return (
    <details className="mt-1.5">
      <summary className="min-h-6 cursor-pointer text-act">{side.changes(changes.length)}</summary>
      <ol>
        {changes.map((change) => (
          <li key={`${change.at} ${change.after}`} className="border-t border-hairline py-0.5 text-note leading-5">
            <span className="font-serif break-all">
              {value(change.before)} → {value(change.after)}
            </span>
            <span className="block text-muted">
              {change.workbook && `${side.fromWorkbook(change.workbook)} · `}
              {change.slip &&
                `${change.slip.of ? `${change.slip.of} · ` : ''}${slipMarks.inTrace(change.slip.year, change.slip.number)} · `}
              {change.by} · {momentText(change.at)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
