'use client';

import type { Board } from '@/server/queries/board';
import { useMessages } from '../messages/messages-provider';

/** A quarter's column: when it is due, how many are through, how many are late. */
export function BoardHead({ column, overdueCount }: { column: Board['quarters'][number]; overdueCount: number }) {
  const { common, office } = useMessages();
  const { board } = office;
  return (
    <th scope="col" className="border-b border-hairline px-3 py-2 text-left align-top font-semibold">
      {common.quarter(column.quarter)}
      <span className="block text-[13px] leading-5 font-normal text-muted">{board.due(column.dueOn)}</span>
      <span className="block text-[13px] leading-5 font-normal text-muted">
        {column.isOpen ? board.approved(column.done, column.of) : board.notOpened}
      </span>
      {overdueCount > 0 && <span className="block text-[13px] leading-5 font-medium text-seal">✕ {board.overdueCount(overdueCount)}</span>}
    </th>
  );
}
