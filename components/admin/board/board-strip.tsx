'use client';

import clsx from 'clsx';
import type { FilingStatus, ShownStatus } from '@/server/domain/workflow/filing-status';
import type { Board, BoardQuarter } from '@/server/queries/board';
import { useWritingMessages } from '../../messages/writing-words';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { statusLooks } from '../../ui/status-looks';
import { boardAddress } from './board-address';
import { stripStates } from './strip-states';

/** Each open quarter as a bar: how many units stand in which state, of all units whatever is listed below. A segment leads to its units. */
export function BoardStrip({ board }: { board: Board }) {
  const words = useWritingMessages().office.board;
  const open = board.quarters.filter((column) => column.isOpen && column.of > 0);
  if (open.length === 0) return null;
  return (
    <section aria-label={words.strip} className="mb-3 flex flex-col gap-1.5 rounded border border-hairline bg-paper px-3 py-2">
      {open.map((column) => (
        <QuarterStrip key={column.quarter} column={column} board={board} />
      ))}
    </section>
  );
}

function QuarterStrip({ column, board }: { column: BoardQuarter; board: Board }) {
  const { common, office } = useWritingMessages();
  const words = office.board;
  const quarter = common.quarter(column.quarter);
  const addressOf = (show: FilingStatus | 'overdue') =>
    boardAddress({ year: board.year, show, quarter: column.quarter, order: board.order, page: 1 });
  const isHere = (show: FilingStatus | 'overdue') => board.show === show && board.quarter === column.quarter;
  const mustFix = board.rows.filter((row) => (row.quarters[column.quarter - 1]?.mustFix ?? 0) > 0).length;
  return (
    <div className="grid items-center gap-x-3 gap-y-0.5 text-note leading-5 sm:grid-cols-[6rem_minmax(0,1fr)_13rem] print:grid-cols-[6rem_minmax(0,1fr)_13rem]">
      <span className="font-semibold" aria-hidden="true">
        {quarter}
      </span>
      <ul aria-label={words.stripOf(quarter, column.of)} className="flex flex-wrap gap-px" data-keeps-colour>
        {stripStates(column).map(({ state, count }) => (
          <li key={state ?? 'none'} className={clsx('min-w-fit basis-0', growOf(count, column.of))}>
            {state ? (
              <Link
                href={addressOf(state)}
                aria-label={words.segment(quarter, words.showing[state], count)}
                aria-current={isHere(state) ? 'true' : undefined}
                className={clsx(segment, lookOf(state).tint, lookOf(state).ink, isHere(state) && 'outline-2 -outline-offset-2 outline-act')}
              >
                <Icon name={lookOf(state).icon} /> {words.showing[state]} <strong className="font-semibold">{count}</strong>
              </Link>
            ) : (
              <span className={clsx(segment, 'border-dashed bg-paper text-muted')}>
                {words.noFiling} <strong className="font-semibold">{count}</strong>
              </span>
            )}
          </li>
        ))}
      </ul>
      <span className="flex flex-wrap gap-x-3">
        {column.overdue > 0 && (
          <Link
            href={addressOf('overdue')}
            aria-label={`${quarter} ${words.overdueCount(column.overdue)}`}
            aria-current={isHere('overdue') ? 'true' : undefined}
            className={clsx(
              'inline-flex min-h-6 items-center gap-1 font-medium whitespace-nowrap text-confirm underline-offset-2 hover:underline',
              isHere('overdue') && 'underline',
            )}
          >
            <Icon name="late" /> {words.overdueCount(column.overdue)}
          </Link>
        )}
        {mustFix > 0 && (
          <span className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap text-wrong">
            <Icon name="wrong" /> {words.withMustFix(mustFix, board.show === 'all' && board.pages === 1)}
          </span>
        )}
      </span>
    </div>
  );
}

const segment =
  'flex min-h-control-small items-center justify-center gap-1 rounded border border-hairline px-2 whitespace-nowrap hover:underline';

/** What is stored as open is not begun, being filled in or filled in: the strip looks like the first of them. */
function lookOf(state: FilingStatus): (typeof statusLooks)[ShownStatus] {
  return statusLooks[state === 'open' ? 'not_started' : state];
}

/** The share of the bar as one of fifty classes, since no style may stand in the markup; a word that needs more room has it. */
function growOf(count: number, of: number): string {
  return `grow-${Math.max(1, Math.round((50 * count) / of)) * 2}`;
}
