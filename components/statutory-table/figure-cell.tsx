import clsx from 'clsx';
import type { CellId } from '@/server/domain/formats';
import { Link } from '../ui/link';
import { byWeight, type CellMark, markLooks } from './cell-mark';
import { cellElementId } from './show-cell';

export interface FigureCellProps {
  cell: CellId;
  /** Name, value and marks in one breath. */
  spoken: string;
  printed: string;
  /** What another quarter says; null where none is shown. */
  beside?: string | null;
  marks: readonly CellMark[];
  colSpan: number | undefined;
  rowSpan: number | undefined;
  isTabStop: boolean;
  onFocus: (cell: CellId) => void;
  onClick: ((cell: CellId) => void) | undefined;
  href: string | undefined;
}

/** One figure. A button or link covers the whole cell, so that the target is the cell one sees. */
export function FigureCell(props: FigureCellProps) {
  const { cell, spoken, printed, beside = null, marks, colSpan, rowSpan, isTabStop, onFocus, onClick, href } = props;
  const sorted = byWeight(marks);
  const title = sorted.map((mark) => mark.label).join(' · ') || undefined;
  const look = sorted[0] && markLooks[sorted[0].tone];
  const face = (
    <>
      {sorted.length > 0 && (
        <span aria-hidden="true" className="absolute top-0 left-0.5 font-sans text-note leading-4 font-semibold">
          {[...new Set(sorted.map((mark) => mark.tone))].map((tone) => (
            <span key={tone} className={markLooks[tone].ink}>
              {markLooks[tone].sign}
            </span>
          ))}
        </span>
      )}
      {printed}
      {/* The name of the cell says it, and what is seen of a name has to stand in it in one piece. */}
      {beside !== null && <span data-beside={beside} aria-hidden="true" className="figure-beside" />}
    </>
  );
  const common = { 'data-cell': cell, title, tabIndex: isTabStop ? 0 : -1, onFocus: () => onFocus(cell), 'aria-label': spoken };
  return (
    <td
      id={onClick || href ? undefined : cellElementId(cell)}
      colSpan={colSpan}
      rowSpan={rowSpan}
      className={clsx('figure-place', beside !== null && 'h-10!', look?.cell)}
    >
      {onClick ? (
        <button type="button" {...common} onClick={() => onClick(cell)} className="figure-way">
          {face}
        </button>
      ) : href ? (
        <Link {...common} href={href} className="figure-way">
          {face}
        </Link>
      ) : (
        <>
          {face}
          {title && <span className="sr-only"> {title}</span>}
        </>
      )}
    </td>
  );
}
