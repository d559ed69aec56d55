'use client';

import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { type Figure, printFigure, shownInField } from '@/server/domain/figures';
import type { Cell, CellId, GridCell, GridRow } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import type { PastedCell, PastePlan } from '../paste/plan-paste';
import { numbered } from './numbered';

export interface PictureOf {
  title: string;
  rows: readonly GridRow[];
}

/** The table as it would stand after a paste: old → new in the cells that change, and what cannot be taken where it would have gone. */
export function PastePicture({
  picture,
  plan,
  cells,
  figureAt,
}: {
  picture: PictureOf;
  plan: PastePlan;
  cells: ReadonlyMap<CellId, Cell>;
  figureAt: (cell: CellId) => Figure;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = box.current?.querySelector('[data-changes]');
    if (first instanceof HTMLElement && box.current) box.current.scrollTop = Math.max(0, first.offsetTop - 96);
  }, []);
  const marks = marksOf(plan);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
    <section ref={box} aria-label={picture.title} tabIndex={0} className="relative max-h-[46vh] overflow-auto border border-hairline">
      <table className="w-full border-separate border-spacing-0 font-serif text-note leading-5">
        <caption className="sr-only">{picture.title}</caption>
        <tbody>
          {numbered(picture.rows).map((row) => (
            <tr key={row.at}>
              {numbered(row.of.cells).map(({ of, at }) => (
                <PictureCell key={at} of={of} cell={of.cell ? cells.get(of.cell) : undefined} marks={marks} figureAt={figureAt} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Mark = PastedCell & { kind: 'write' | 'doubtful' | 'left' | 'contradicts' | 'skipped' };

/** What a plan says of each cell of the table. */
function marksOf(plan: PastePlan): ReadonlyMap<CellId, Mark> {
  const marks = new Map<CellId, Mark>();
  const mark = (kind: Mark['kind'], some: readonly PastedCell[]) => {
    for (const one of some) marks.set(one.cell, { ...one, kind });
  };
  mark(
    'skipped',
    plan.readOnly.map((cell) => ({ cell, text: '' })),
  );
  mark('write', plan.write);
  mark('doubtful', plan.doubtful);
  mark('left', [...plan.blankMarks, ...plan.unreadable]);
  mark('contradicts', plan.contradictions);
  return marks;
}

function PictureCell({
  of,
  cell,
  marks,
  figureAt,
}: {
  of: GridCell;
  cell: Cell | undefined;
  marks: ReadonlyMap<CellId, Mark>;
  figureAt: (cell: CellId) => Figure;
}) {
  const { paste } = useMessages().clerk;
  const span = { colSpan: of.colSpan, rowSpan: of.rowSpan };
  const line = 'border-r border-b border-hairline px-1 py-0.5';
  if (!cell)
    return of.role === 'head' || of.role === 'label' || of.role === 'caption' ? (
      <th {...span} className={clsx(line, 'bg-desk font-normal', of.role === 'label' ? 'text-left' : 'text-center')}>
        {of.text}
      </th>
    ) : (
      <td {...span} className={line}>
        {of.text}
      </td>
    );
  const mark = marks.get(cell.id);
  const now = shownInField(printFigure(figureAt(cell.id), cell));
  if (!mark || mark.kind === 'skipped')
    return (
      <td {...span} className={clsx(line, 'text-right text-muted')}>
        {now}
      </td>
    );
  const look = { write: 'bg-act-soft', doubtful: 'bg-wrong-soft', left: 'bg-wrong-soft', contradicts: 'bg-wrong-soft' }[mark.kind];
  return (
    <td {...span} data-changes="" className={clsx(line, 'text-right whitespace-nowrap', look)}>
      {mark.kind === 'contradicts' ? (
        <span className="text-wrong">{paste.against(shownInField(mark.text), (mark as { now?: string }).now ?? now)}</span>
      ) : (
        <>
          {now !== '' && <span className="text-muted">{mark.kind === 'left' ? `${now} ` : `${now} → `}</span>}
          <span className={mark.kind === 'write' ? 'font-semibold' : 'text-wrong'}>
            {mark.kind === 'write' ? '' : mark.kind === 'doubtful' ? '？' : '✕ '}
            {shownInField(mark.text)}
          </span>
          {mark.struck !== undefined && <span className="block font-sans text-note text-confirm">{paste.struck(mark.struck)}</span>}
        </>
      )}
    </td>
  );
}
