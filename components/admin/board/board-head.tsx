'use client';

import { useState } from 'react';
import type { Board, BoardQuarter } from '@/server/queries/board';
import { useWritingMessages } from '../../messages/writing-words';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { MissingDialog } from './board-missing';

/** A quarter's column: how many are through, who is not, when it is due, how many are late. */
export function BoardHead({ column, board, mayChase }: { column: BoardQuarter; board: Board; mayChase: boolean }) {
  const { common, office } = useWritingMessages();
  const words = office.board;
  const [isOpen, setIsOpen] = useState(false);
  const missing = column.of - column.done;
  return (
    <th
      scope="col"
      className="border-b border-l border-hairline bg-paper px-3 py-1.5 text-left align-top text-note leading-5 font-normal lg:sticky lg:top-0 lg:z-10"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="text-body font-semibold">{common.quarter(column.quarter)}</span>
        <span className="text-muted">{words.due(column.dueOn)}</span>
      </span>
      {column.isOpen ? (
        <>
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className={missing === 0 ? 'font-semibold text-done' : 'font-semibold'}>
              {missing === 0 && <Icon name="done" className="mr-1" />}
              {words.approved(column.done, column.of)}
            </span>
            {column.overdue > 0 && (
              <span className="font-medium text-confirm">
                <Icon name="late" className="mr-1" />
                {words.overdueCount(column.overdue)}
              </span>
            )}
          </span>
          {missing > column.waiting && mayChase && (
            <Link
              href={`/board/chase?year=${board.year}&quarter=${column.quarter}`}
              aria-label={office.chase.linkOf(common.quarter(column.quarter))}
              className="float-right inline-flex min-h-6 items-center text-act underline underline-offset-2 print:hidden"
            >
              {office.chase.link}
            </Link>
          )}
          {missing > 0 && (
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setIsOpen(true)}
              className="min-h-6 text-act underline underline-offset-2 print:text-ink print:no-underline"
            >
              {words.missing(missing - column.waiting, column.waiting)}
              <span className="sr-only">{` ${common.quarter(column.quarter)}`}</span>
            </button>
          )}
        </>
      ) : (
        <span className="block text-muted">{words.notOpened}</span>
      )}
      <MissingDialog column={column} board={board} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </th>
  );
}
