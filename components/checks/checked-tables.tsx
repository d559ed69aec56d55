'use client';

import { useMemo } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { type FigureBook, figureAt, printFigure } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import { useWritingMessages } from '../messages/writing-words';
import { StatutoryTable } from '../statutory-table/statutory-table';
import { Sheet } from '../ui/page';
import { findingMarks } from './finding-marks';

/** The tables of a report as it states them, totals too, with the cells of every finding marked. */
export function CheckedTables({
  format,
  figures,
  findings,
  chosen,
  onCell,
}: {
  format: Format;
  figures: FigureBook;
  findings: readonly Finding[];
  chosen: Finding | null;
  onCell: (cell: CellId) => void;
}) {
  const messages = useWritingMessages();
  const { checks } = messages;
  const stated = useMemo(
    () => Object.fromEntries([...format.cells.values()].map((cell) => [cell.id, printFigure(figureAt(figures, cell.id), cell)])),
    [format, figures],
  );
  const marks = useMemo(() => findingMarks(findings, chosen, messages), [findings, chosen, messages]);
  return (
    <Sheet title={checks.tablesTitle} actions={<p className="text-note text-muted">{checks.tablesHint}</p>}>
      <div className="flex flex-col gap-6">
        {format.tables.map((layout) => (
          <div key={layout.id} className="overflow-x-auto">
            <h3 className="pb-2 font-serif text-head font-semibold">{layout.title}</h3>
            <div className="min-w-[44rem]">
              <StatutoryTable format={format} layout={layout} figures={stated} marks={marks} onCellClick={onCell} />
            </div>
          </div>
        ))}
      </div>
    </Sheet>
  );
}
