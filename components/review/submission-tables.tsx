'use client';

import { useMemo, useState } from 'react';
import type { FigureBook } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import type { BesideKey } from '../filing-form/beside/beside-books';
import { useWritingMessages } from '../messages/writing-words';
import type { CellMarks } from '../statutory-table/cell-mark';
import { printedFigures } from '../statutory-table/printed-figures';
import { StatutoryTable } from '../statutory-table/statutory-table';
import { Sheet } from '../ui/page';

/** Last year first: what a quarter is like hangs on its season. */
const keys: readonly BesideKey[] = ['sameQuarterLastYear', 'lastQuarter'];

/** All tables of a submission as printed, then the figures that only serve the checks. */
export function SubmissionTables({
  format,
  leaves,
  marks,
  beside,
  onCellClick,
  cellActs,
}: {
  format: Format;
  leaves: FigureBook;
  marks: CellMarks;
  beside: Record<BesideKey, FigureBook>;
  onCellClick: ((cell: CellId) => void) | undefined;
  /** What choosing a figure does for this reader. */
  cellActs: 'remark' | 'talk' | 'none';
}) {
  const { review } = useWritingMessages();
  const figures = useMemo(() => printedFigures(format, leaves), [format, leaves]);
  const act = onCellClick ? { onCellClick } : {};
  const known = keys.filter((key) => beside[key].size > 0);
  const [chosen, setChosen] = useState<BesideKey | 'none'>(known[0] ?? 'none');
  const small = useMemo(
    () =>
      chosen === 'none' ? null : { name: review.besideTables[chosen], figures: unlike(printedFigures(format, beside[chosen]), figures) },
    [chosen, beside, format, figures, review],
  );
  return (
    <Sheet title={review.tablesTitle} actions={<p className="text-note text-muted">{review.tablesHint[cellActs]}</p>}>
      <div className="mx-auto flex max-w-form flex-wrap items-center justify-between gap-x-4 gap-y-1 pb-3 text-note leading-5">
        {known.length > 0 && (
          <fieldset className="flex flex-wrap items-center gap-x-3">
            <legend className="float-left pr-3 text-muted">{review.besideTables.label}</legend>
            {([...known, 'none'] as const).map((key) => (
              <label key={key} className="inline-flex min-h-7 items-center gap-1">
                <input type="radio" name="beside-tables" checked={chosen === key} onChange={() => setChosen(key)} className="accent-act" />
                {review.besideTables[key]}
              </label>
            ))}
          </fieldset>
        )}
        <p className="text-muted">{review.legend}</p>
      </div>
      <div className="mx-auto flex max-w-form flex-col gap-6">
        {format.tables.map((layout) => (
          <div key={layout.id}>
            <h3 className="pb-2 font-serif text-head font-semibold">{layout.title}</h3>
            <StatutoryTable format={format} layout={layout} figures={figures} marks={marks} beside={small} isHeadSticky {...act} />
          </div>
        ))}
        <div>
          <h3 className="pb-2 font-serif text-head font-semibold">{review.notPrinted}</h3>
          <div className="flex max-w-read flex-col gap-3">
            {format.entryTables.map((layout) => (
              <StatutoryTable key={layout.id} format={format} layout={layout} figures={figures} marks={marks} beside={small} {...act} />
            ))}
          </div>
        </div>
      </div>
    </Sheet>
  );
}

/** What is the same needs not be said twice. */
function unlike(then: Readonly<Record<CellId, string>>, now: Readonly<Record<CellId, string>>): Record<CellId, string> {
  return Object.fromEntries(Object.entries(then).filter(([cell, printed]) => printed !== now[cell]));
}
