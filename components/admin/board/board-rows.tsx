'use client';

import type { Board, BoardRow, BoardTally } from '@/server/queries/board';
import type { LastChase } from '@/server/queries/chase';
import { useWritingMessages } from '../../messages/writing-words';
import { BoardCellLink } from './board-cell';
import { CellDeadlineActs } from './cell-deadline';

/** How what is still with its unit was chased last, by filing. */
export type Chased = Readonly<Record<string, LastChase>>;

/** The units of the page: under a head with subtotals for each kind, or in one run when the risky ones come first. */
export function BoardRows({ board, chased }: { board: Board; chased: Chased }) {
  if (board.order === 'risk')
    return (
      <tbody>
        {board.rows.map((row) => (
          <UnitRow key={row.unitId} row={row} board={board} chased={chased} />
        ))}
      </tbody>
    );
  return board.kinds
    .map((group) => ({ ...group, rows: board.rows.filter((row) => row.kind === group.kind) }))
    .filter((group) => group.rows.length > 0)
    .map((group) => (
      <tbody key={group.kind}>
        {board.kinds.length > 1 && <KindRow board={board} kind={group.kind} units={group.units} tallies={group.quarters} />}
        {group.rows.map((row) => (
          <UnitRow key={row.unitId} row={row} board={board} chased={chased} />
        ))}
      </tbody>
    ));
}

function KindRow({ board, kind, units, tallies }: { board: Board; kind: BoardRow['kind']; units: number; tallies: readonly BoardTally[] }) {
  const { board: words } = useWritingMessages().office;
  return (
    <tr className="bg-desk text-note leading-5">
      <th scope="rowgroup" className="border-b border-hairline px-3 py-1 text-left font-semibold">
        {words.kindUnits(words.kinds[kind], units)}
      </th>
      {board.quarters.map((column, at) => {
        const tally = tallies[at];
        return (
          <td key={column.quarter} className="border-b border-l border-hairline px-3 py-1">
            {column.isOpen && tally ? words.approved(tally.done, tally.of) : <span className="text-muted">—</span>}
            {column.isOpen && tally && tally.overdue > 0 && (
              <span className="pl-2 text-confirm">! {words.overdueCount(tally.overdue)}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function UnitRow({ row, board, chased }: { row: BoardRow; board: Board; chased: Chased }) {
  const { common, office } = useWritingMessages();
  const words = office.board;
  return (
    <tr className="hover:bg-desk/60">
      <th scope="row" className="border-b border-hairline px-3 py-0.5 text-left text-body leading-5 font-normal">
        {row.unitName}
      </th>
      {board.quarters.map((column) => {
        const cell = row.quarters[column.quarter - 1];
        return (
          <td key={column.quarter} className="border-b border-l border-hairline p-0">
            {cell ? (
              <div className="flex flex-wrap items-stretch">
                <BoardCellLink cell={cell} chased={chased[cell.filingId]} label={`${row.unitName} ${common.quarter(column.quarter)}`} />
                <CellDeadlineActs cell={cell} of={{ unitName: row.unitName, year: board.year ?? 0, quarter: column.quarter }} />
              </div>
            ) : (
              <span className="px-3 text-note text-muted">{column.isOpen ? words.noFiling : '—'}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
