'use client';

import { shownStatuses } from '@/server/domain/workflow/filing-status';
import type { Board } from '@/server/queries/board';
import { useWritingMessages } from '../../messages/writing-words';
import type { Messages } from '../../messages/zh';
import { Pager } from '../../shell/pager';
import { YearTabs } from '../../shell/year-tabs';
import { buttonClass } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHead } from '../../ui/page';
import { PrintedAt } from '../../ui/printed-at';
import { statusLooks } from '../../ui/status-looks';
import { boardWords } from './board-address';
import { BoardBar, shownInWords } from './board-bar';
import { BoardHead } from './board-head';
import { BoardRows, type Chased } from './board-rows';
import { BoardStrip } from './board-strip';
import { BoardTabs } from './board-tabs';

/** Units × quarters of a year: who is missing, what they lack, and the way there. */
export function BoardView({ board, chased, mayManage, mayChase }: { board: Board; chased: Chased; mayManage: boolean; mayChase: boolean }) {
  const { common, office, workbook } = useWritingMessages();
  const words = office.board;
  if (board.year === null || board.quarters.length === 0)
    return (
      <>
        <PageHead title={words.title}>
          {board.year !== null && board.years.length > 0 && (
            <YearTabs years={board.years} shown={board.year} href="/board" label={words.years} />
          )}
        </PageHead>
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
  return (
    <>
      <PageHead title={words.title} context={words.context(board.year)}>
        <Link href={`/board/workbooks?year=${board.year}`} className={buttonClass('quiet')}>
          {workbook.many.link}
        </Link>
        <YearTabs years={board.years} shown={board.year} href="/board" label={words.years} />
      </PageHead>
      <PrintedAt paper="across" />
      <p className="hidden pb-2 text-note leading-5 print:block">
        {words.printedList(shownInWords(board, words, common.quarter), words.ordering[board.order], board.page, board.pages, board.of)}
      </p>
      <BoardTabs year={board.year} here="units" />
      {board.kinds.length === 0 ? (
        <EmptyState title={words.noUnits}>
          {mayManage && (
            <Link href="/office/units" className="text-act underline">
              {words.createUnits}
            </Link>
          )}
        </EmptyState>
      ) : (
        <>
          <WholeYear board={board} year={board.year} mayManage={mayManage} />
          <BoardStrip board={board} />
          <BoardBar board={board} />
          <div className="relative overflow-x-auto rounded border border-hairline bg-paper lg:overflow-visible print:border-0">
            <table className="w-full min-w-[60rem] table-fixed border-separate border-spacing-0">
              <caption className="sr-only">{words.context(board.year)}</caption>
              <thead>
                <tr>
                  <th
                    scope="col"
                    className="w-[21%] border-b border-hairline bg-paper px-3 py-1.5 text-left align-top text-body leading-5 font-semibold lg:sticky lg:top-0 lg:z-10"
                  >
                    {words.unit}
                  </th>
                  {board.quarters.map((column) => (
                    <BoardHead key={column.quarter} column={column} board={board} mayChase={mayChase} />
                  ))}
                </tr>
              </thead>
              <BoardRows board={board} chased={chased} />
            </table>
            {board.rows.length === 0 && <p className="px-3 py-4 text-body text-muted">{nothingToShow(board, words)}</p>}
          </div>
          <Pager at={board} path="/board" kept={boardWords(board)} />
          <Legend />
        </>
      )}
    </>
  );
}

function nothingToShow({ show }: Board, words: Messages['office']['board']): string {
  return show === 'all' || show === 'unfinished' || show === 'overdue' ? words.nothingToShow[show] : words.nothingSo;
}

/** What can be said of the whole year in one sentence, when there is one. */
function WholeYear({ board, year, mayManage }: { board: Board; year: number; mayManage: boolean }) {
  const words = useWritingMessages().office.board;
  const open = board.quarters.filter((column) => column.isOpen);
  if (open.length === 0)
    return (
      <Notice tone="act" className="mb-3">
        {words.noQuarterOpen}{' '}
        {mayManage && (
          <Link href={`/office/years?year=${year}`} className="text-act underline">
            {words.openQuarters}
          </Link>
        )}
      </Notice>
    );
  if (open.some((column) => column.done < column.of)) return null;
  return (
    <Notice tone="done" className="mb-3">
      {open.length === 4 ? words.allDone(year) : words.openedDone}
    </Notice>
  );
}

function Legend() {
  const { common, office } = useWritingMessages();
  return (
    <ul aria-label={office.board.legend} className="flex flex-wrap gap-x-4 gap-y-1 pt-3 text-note leading-5 text-muted">
      {shownStatuses.map((status) => (
        <li key={status} className="whitespace-nowrap">
          <span className={`mr-1 inline-flex rounded border border-hairline p-px ${statusLooks[status].tint} ${statusLooks[status].ink}`}>
            <Icon name={statusLooks[status].icon} />
          </span>
          {common.statuses[status]}
        </li>
      ))}
    </ul>
  );
}
