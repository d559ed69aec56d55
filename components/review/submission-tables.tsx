'use client';

import { useMemo } from 'react';
import type { FigureBook } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import { useWritingMessages } from '../messages/writing-words';
import type { CellMarks } from '../statutory-table/cell-mark';
import { printedFigures } from '../statutory-table/printed-figures';
import { StatutoryTable } from '../statutory-table/statutory-table';
import { Sheet } from '../ui/page';

/** All tables of a submission as printed, then the figures that only serve the checks. */
export function SubmissionTables({
  format,
  leaves,
  marks,
  onCellClick,
  cellActs,
}: {
  format: Format;
  leaves: FigureBook;
  marks: CellMarks;
  onCellClick: ((cell: CellId) => void) | undefined;
  /** What choosing a figure does for this reader. */
  cellActs: 'remark' | 'talk' | 'none';
}) {
  const { review } = useWritingMessages();
  const figures = useMemo(() => printedFigures(format, leaves), [format, leaves]);
  const act = onCellClick ? { onCellClick } : {};
  return (
    <Sheet title={review.tablesTitle} actions={<p className="text-[13px] text-muted">{review.tablesHint[cellActs]}</p>}>
      <div className="mx-auto flex max-w-[60rem] flex-col gap-6">
        {format.tables.map((layout) => (
          <div key={layout.id}>
            <h3 className="pb-2 font-serif text-[17px] font-semibold">{layout.title}</h3>
            <StatutoryTable format={format} layout={layout} figures={figures} marks={marks} isHeadSticky {...act} />
          </div>
        ))}
        <div>
          <h3 className="pb-2 font-serif text-[17px] font-semibold">{review.notPrinted}</h3>
          <div className="flex max-w-[40rem] flex-col gap-3">
            {format.entryTables.map((layout) => (
              <StatutoryTable key={layout.id} format={format} layout={layout} figures={figures} marks={marks} {...act} />
            ))}
          </div>
        </div>
      </div>
    </Sheet>
  );
}
