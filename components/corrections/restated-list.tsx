'use client';

import { printFigure } from '@/server/domain/figures';
import { cellName, type Format, getCell } from '@/server/domain/formats';
import type { FormRestatement } from '@/server/queries/filing-form';
import { useMessages } from '../messages/messages-provider';
import { momentText } from '../ui/moment';
import { Sheet } from '../ui/page';

/** Openings that were restated: what was carried in, what counts instead, why and by whom. */
export function RestatedList({ format, restatements }: { format: Format; restatements: readonly FormRestatement[] }) {
  const words = useMessages().slipMarks.restate;
  if (restatements.length === 0) return null;
  return (
    <Sheet title={words.listTitle} className="mb-4">
      <ul className="divide-y divide-hairline text-body leading-6">
        {restatements.map((one) => {
          const cell = getCell(format, one.cell);
          return (
            <li key={one.cell} className="py-1.5">
              <p>
                <span className="font-medium">{cellName(cell)}</span>{' '}
                <span className="text-confirm">{words.line(printFigure(one.was, cell) || words.unknown, printFigure(one.is, cell))}</span>
              </p>
              <p>{one.reason}</p>
              <p className="text-note text-muted">
                {one.writtenBy} {momentText(one.writtenAt)}
              </p>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
