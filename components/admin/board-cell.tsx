'use client';

import Link from 'next/link';
import type { BoardCell } from '@/server/queries/tasks';
import { useMessages } from '../messages/messages-provider';
import { Badge } from '../ui/notice';
import { StatusBadge } from '../ui/status-badge';

const underReview: readonly BoardCell['status'][] = ['submitted', 'in_review', 'approved'];

/** How far one unit is with one quarter, and the way there. */
export function BoardCellLink({ cell, label }: { cell: BoardCell; label: string }) {
  const { office } = useMessages();
  const href = underReview.includes(cell.status) ? `/review/${cell.filingId}` : `/filings/${cell.filingId}`;
  return (
    <Link href={href} className="flex min-h-7 flex-wrap items-center gap-1 rounded hover:bg-act-soft">
      <span className="sr-only">{label}</span>
      <StatusBadge status={cell.status} />
      {cell.isOverdue && <Badge tone="seal">{office.board.overdue}</Badge>}
    </Link>
  );
}
