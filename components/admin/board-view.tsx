'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Board, BoardRow } from '@/server/queries/board';
import { useMessages } from '../messages/messages-provider';
import { YearTabs } from '../shell/year-tabs';
import { buttonClass } from '../ui/button';
import { EmptyState, PageHead } from '../ui/page';
import { BoardCellLink } from './board-cell';
import { BoardHead } from './board-head';

type Showing = 'all' | 'unfinished' | 'overdue';
const showings: readonly Showing[] = ['all', 'unfinished', 'overdue'];

/** Units × quarters of a year: what is missing, and whose it is. */
export function BoardView({ board, mayManage }: { board: Board; mayManage: boolean }) {
  const { common, office } = useMessages();
  const words = office.board;
  const [showing, setShowing] = useState<Showing>('all');
  if (board.year === null || board.quarters.length === 0)
    return (
      <>
        <PageHead title={words.title} />
        <EmptyState title={board.year === null ? words.emptyTitle : words.missingYear(board.year)}>{words.emptyHint}</EmptyState>
        {mayManage && (
          <p className="pt-4 text-center">
            <Link href="/office/years" className={buttonClass('primary')}>
              {words.createYear}
            </Link>
          </p>
        )}
      </>
    );
  const rows = board.rows.filter((row) => isShown(row, showing));
  return (
    <>
      <PageHead title={words.title} context={words.context(board.year)}>
        <label className="flex max-w-full items-center gap-2 text-[15px]">
          {words.show}
          <select
            value={showing}
            onChange={(event) => setShowing(showings.find((one) => one === event.target.value) ?? 'all')}
            className="h-8 min-w-0 rounded border border-hairline bg-paper px-2"
          >
            {showings.map((one) => (
              <option key={one} value={one}>
                {words.showing[one]}
              </option>
            ))}
          </select>
        </label>
        <YearTabs years={board.years} shown={board.year} href="/board" label={words.years} />
      </PageHead>
      {board.rows.length === 0 ? (
        <EmptyState title={words.noUnits}>
          {mayManage && (
            <Link href="/office/units" className="text-act underline">
              {words.createUnits}
            </Link>
          )}
        </EmptyState>
      ) : (
        <div className="relative overflow-x-auto rounded border border-hairline bg-paper">
          <table className="w-full min-w-[56rem] table-fixed border-collapse text-[15px]">
            <caption className="sr-only">{words.context(board.year)}</caption>
            <thead>
              <tr>
                <th scope="col" className="w-[26%] border-b border-hairline px-3 py-2 text-left align-top font-semibold">
                  {words.unit}
                </th>
                {board.quarters.map((column) => (
                  <BoardHead key={column.quarter} column={column} overdueCount={overdueIn(board, column.quarter)} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.unitId} className="border-b border-hairline last:border-b-0 hover:bg-desk/60">
                  <th scope="row" className="px-3 py-1 text-left font-normal">
                    {row.unitName}
                  </th>
                  {board.quarters.map((column) => {
                    const cell = row.quarters[column.quarter - 1];
                    return (
                      <td key={column.quarter} className="px-3 py-1">
                        {cell ? (
                          <BoardCellLink cell={cell} label={`${row.unitName} ${common.quarter(column.quarter)}`} />
                        ) : (
                          <span className="text-[13px] text-muted">{column.isOpen ? words.noFiling : '—'}</span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length === 0 && <p className="px-3 py-4 text-[15px] text-muted">{words.nothingToShow}</p>}
        </div>
      )}
    </>
  );
}

function isShown(row: BoardRow, showing: Showing): boolean {
  if (showing === 'all') return true;
  return row.quarters.some((cell) =>
    showing === 'overdue' ? cell?.isOverdue : cell !== null && cell.status !== 'approved' && cell.status !== 'locked',
  );
}

function overdueIn(board: Board, quarter: number): number {
  return board.rows.filter((row) => row.quarters[quarter - 1]?.isOverdue).length;
}
