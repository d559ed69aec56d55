'use client';

import clsx from 'clsx';
import { useMemo, useState } from 'react';
import {
  type CorrectedQuarter,
  factsOf,
  formatOf,
  isCorrectable,
  quartersInReach,
  type StandingQuarter,
  slipQuarter,
  successorOf,
} from '@/server/domain/corrections';
import { figureAt, printFigure } from '@/server/domain/figures';
import { type Cell, type CellId, cellName, getCell } from '@/server/domain/formats';
import { filingBook } from '@/server/domain/workflow';
import type { SlipDesk } from '@/server/queries/slips';
import { useWritingMessages } from '../messages/writing-words';
import type { CellMarks } from '../statutory-table/cell-mark';
import { printedFigures } from '../statutory-table/printed-figures';
import { StatutoryTable } from '../statutory-table/statutory-table';
import { Notice } from '../ui/notice';
import { Segment } from '../ui/segment';
import { CellSearch } from './cell-search';
import { periodInReach } from './period-in-reach';

/** The tables of the locked quarters as they would then be; a click on a figure takes it into the slip. */
export function CellPicker({
  desk,
  corrected,
  quarter: shown,
  onQuarter,
  onPick,
}: {
  desk: SlipDesk;
  corrected: readonly CorrectedQuarter[];
  quarter: StandingQuarter;
  onQuarter: (quarter: StandingQuarter) => void;
  onPick: (quarter: number, cell: Cell) => void;
}) {
  const { slips, common } = useWritingMessages();
  const [fixed, setFixed] = useState<Cell | null>(null);
  const format = formatOf(shown);
  const after = corrected.find((one) => one.quarter === shown)?.after;
  const figures = useMemo(() => printedFigures(format, after ?? new Map()), [format, after]);
  const marks = useMemo<CellMarks>(() => {
    const before = printedFigures(format, filingBook(factsOf(shown)));
    const changed = Object.keys(figures).filter((id) => figures[id] !== before[id]);
    return new Map(changed.map((id) => [id, [{ tone: 'changed' as const, label: slips.markChanged(before[id] || slips.blank) }]]));
  }, [format, figures, shown, slips]);
  const pick = (id: CellId) => {
    const cell = getCell(format, id);
    setFixed(isCorrectable(cell) ? null : cell);
    if (isCorrectable(cell)) onPick(slipQuarter(desk.year, shown), cell);
  };
  const locked = quartersInReach(desk.books).filter((one) => one.status === 'locked');
  return (
    <section aria-label={slips.pickTitle} className="rounded border border-hairline bg-paper p-4">
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <h2 className="text-head font-semibold">{slips.pickTitle}</h2>
        <Segment
          label={slips.pickQuarter}
          choices={locked.map((one) => ({
            key: one.filingId,
            words: periodInReach(successorOf(desk.books, one), common.period(one.year, one.quarter)),
          }))}
          chosen={shown.filingId}
          onChoose={(filingId) => onQuarter(locked.find((one) => one.filingId === filingId) ?? shown)}
        />
      </div>
      <CellSearch format={format} onPick={(cell) => pick(cell.id)} />
      <div aria-live="polite" className="pt-2 empty:hidden">
        {fixed && <Notice tone="act">{slips.followsByItself(cellName(fixed))}</Notice>}
      </div>
      <div className="flex flex-col gap-6 pt-4">
        {[...format.tables, ...format.entryTables].map((layout) => (
          <div key={layout.id} className={clsx(layout.id !== 't2' && layout.id !== 't3' && layout.id !== 't4' && 'max-w-read')}>
            <h3 className="pb-1.5 text-body font-semibold">{layout.title}</h3>
            <StatutoryTable format={format} layout={layout} figures={figures} marks={marks} onCellClick={pick} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** What a cell says in a quarter now, as typed or as it counts. */
export function textNow(quarter: StandingQuarter, cell: Cell): string {
  return quarter.raw[cell.id] || printFigure(figureAt(filingBook(factsOf(quarter)), cell.id), cell);
}
