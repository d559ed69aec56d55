'use client';

import clsx from 'clsx';
import type { BoardCell } from '@/server/queries/board';
import type { LastChase } from '@/server/queries/chase';
import { useWritingMessages } from '../../messages/writing-words';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { momentText } from '../../ui/moment';
import { statusLooks } from '../../ui/status-looks';
import { filingAddress } from './board-address';

/** How far one unit is with one quarter and what it lacks; the way there. */
export function BoardCellLink({ cell, chased, label }: { cell: BoardCell; chased?: LastChase | undefined; label: string }) {
  const { common, office } = useWritingMessages();
  const { board } = office;
  const { icon, tint, ink } = statusLooks[cell.status];
  const isLate = cell.daysOverdue > 0;
  return (
    <Link
      href={filingAddress(cell.filingId, cell.status)}
      className={clsx(
        'flex min-h-7 grow flex-wrap items-center gap-x-2 border-l-4 px-2 py-0.5 text-note leading-5 hover:underline',
        isLate ? 'border-confirm bg-confirm-soft' : `border-transparent ${tint}`,
      )}
    >
      <span className="sr-only">{label}</span>
      <span className={clsx('font-medium whitespace-nowrap', ink)}>
        <Icon name={icon} className="mr-1" />
        {common.statuses[cell.status]}
      </span>
      {cell.deadline?.extension && (
        <span className="whitespace-nowrap text-muted">{office.extensions.untilShort(cell.deadline.dueOn)}</span>
      )}
      {isLate && <span className="font-medium whitespace-nowrap text-confirm">{board.daysOverdue(cell.daysOverdue)}</span>}
      {cell.status !== 'not_started' && cell.missingCells > 0 && (
        <span className="whitespace-nowrap text-ink">{board.missingCells(cell.missingCells)}</span>
      )}
      {cell.mustFix > 0 && (
        <span className="whitespace-nowrap text-wrong">
          <Icon name="wrong" className="mr-1" />
          {board.mustFix(cell.mustFix)}
        </span>
      )}
      {cell.openRemarks > 0 && <span className="whitespace-nowrap text-confirm">{board.openRemarks(cell.openRemarks)}</span>}
      {chased && (
        <span className="whitespace-nowrap text-muted tabular-nums">{board.chased(momentText(chased.at).slice(5, 10), chased.by)}</span>
      )}
    </Link>
  );
}
