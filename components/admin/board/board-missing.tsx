'use client';

import type { Board, BoardQuarter } from '@/server/queries/board';
import { useWritingMessages } from '../../messages/writing-words';
import { Dialog } from '../../ui/dialog';
import { Link } from '../../ui/link';
import { boardAddress, filingAddress } from './board-address';

/** Whose part of a quarter is not approved, by name, each leading to where it is acted on. */
export function MissingDialog({
  column,
  board,
  isOpen,
  onClose,
}: {
  column: BoardQuarter;
  board: Board;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { common, office } = useWritingMessages();
  const words = office.board;
  const year = board.year ?? 0;
  const count = column.of - column.done;
  const more = count - column.missing.length;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} side="right" title={words.missingOf(common.period(year, column.quarter), count)}>
      <p className="pb-2 text-note leading-5 text-muted">{words.missingHint}</p>
      <ul className="divide-y divide-hairline text-body leading-6">
        {column.missing.map((one) => (
          <li key={one.unitId} className="flex flex-wrap items-baseline justify-between gap-x-3 py-0.5">
            {one.filingId ? (
              <Link
                href={filingAddress(one.filingId, one.status)}
                className="inline-flex min-h-7 items-center text-act underline-offset-2 hover:underline"
              >
                {one.unitName}
              </Link>
            ) : (
              <span className="inline-flex min-h-7 items-center">{one.unitName}</span>
            )}
            <span className="text-note text-muted">
              {one.isOverdue && <span className="pr-2 font-medium text-confirm">! {words.isOverdue}</span>}
              {one.status === null ? words.noFiling : words.stored[one.status]}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="pt-2 text-body leading-6">
          {words.andMore(more)}
          <Link
            href={boardAddress({ year, show: 'unfinished', quarter: null, order: 'risk', page: 1 })}
            onClick={onClose}
            className="text-act underline"
          >
            {words.seeUnfinished}
          </Link>
        </p>
      )}
    </Dialog>
  );
}
