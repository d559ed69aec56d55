'use client';

import clsx from 'clsx';
import type { CheckRun } from '@/server/domain/checks';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import { type FigureBook, figureAt, printFigure } from '@/server/domain/figures';
import { type CellId, cellName, type Format, getCell } from '@/server/domain/formats';
import { measureOf, printValue, quarterGlance } from '@/server/domain/trends';
import { type Explanation, explanationsOf, settledBy } from '@/server/domain/workflow';
import { FindingBadge } from '../checks/finding-badge';
import type { BesideKey } from '../filing-form/beside/beside-books';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { denseHeadCell } from '../ui/list-table';
import { Badge } from '../ui/notice';
import { Sheet } from '../ui/page';

/** So many figures that have moved are named; the others are marked in the tables. */
const maxMoved = 6;

/** A unit in thirty seconds: what is odd, then what the quarter holds, both beside last quarter and the same quarter of last year. */
export function AtAGlance({
  format,
  figures,
  beside,
  run,
  explanations,
  moved,
  onShow,
}: {
  format: Format;
  /** With totals. */
  figures: FigureBook;
  beside: Record<BesideKey, FigureBook>;
  run: CheckRun;
  explanations: readonly Explanation[];
  moved: readonly CellId[];
  onShow: (cells: readonly CellId[]) => void;
}) {
  const { review, clerk, trends } = useWritingMessages();
  const { glance } = review;
  const language = useLanguage();
  const odd = run.findings.filter((finding) => finding.severity !== 'hint');
  const { lines, still } = quarterGlance(format, { now: figures, ...beside });
  const heads = [glance.now, clerk.side.lastQuarter, clerk.side.sameQuarter];
  const of = (cell: CellId) => [figures, beside.lastQuarter, beside.sameQuarterLastYear].map((book) => printedOf(format, book, cell));
  const open = odd.filter((finding) => settledBy(finding, explanations) === null).length;
  return (
    <Sheet
      title={glance.title}
      actions={
        <span className="flex flex-wrap gap-2">
          {open > 0 && <Badge tone="confirm">{glance.open(open)}</Badge>}
          {odd.length > open && <Badge tone="done">{glance.answered(odd.length - open)}</Badge>}
          {moved.length > 0 && <Badge tone="act">{glance.moved(moved.length)}</Badge>}
          {odd.length + moved.length === 0 && <Badge tone="done">{glance.nothingOdd}</Badge>}
        </span>
      }
    >
      <table className="w-full border-collapse text-body">
        <caption className="sr-only">{glance.title}</caption>
        <thead>
          <tr>
            <th scope="col" className={denseHeadCell}>
              {glance.what}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={`${denseHeadCell} w-16 text-right sm:w-28`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {odd.map((finding) => {
            const cells = finding.cells.filter((cell) => format.cells.has(cell));
            const settled = settledBy(finding, explanations);
            const [said] = explanationsOf(finding, explanations);
            const [first] = cells;
            return (
              <Line
                key={findingKey(finding)}
                name={first === undefined ? review.rule(finding.rule) : cellName(getCell(format, first))}
                more={cells.length > 1 ? glance.andCells(cells.length - 1) : ''}
                figures={first === undefined ? ['', '', ''] : of(first)}
                onShow={first === undefined ? undefined : () => onShow(cells)}
              >
                <FindingBadge severity={finding.severity} settled={settled} />{' '}
                <span className={said ? 'text-ink' : undefined}>{said ? said.text : finding.message[language]}</span>
              </Line>
            );
          })}
          {moved.slice(0, maxMoved).map((cell) => (
            <Line key={cell} name={cellName(getCell(format, cell))} figures={of(cell)} onShow={() => onShow([cell])}>
              <span className="text-confirm" aria-hidden="true">
                ↕{' '}
              </span>
              {glance.farFromPast}
            </Line>
          ))}
          {lines.map(({ measure, cells, now, lastQuarter, sameQuarterLastYear }) => (
            <Line
              key={measure}
              name={trends.names[measure]}
              figures={[now, lastQuarter, sameQuarterLastYear].map((value) =>
                value === null ? '' : printValue(measureOf(measure), value),
              )}
              onShow={() => onShow(cells)}
            />
          ))}
        </tbody>
      </table>
      <p className="pt-2 text-note leading-5 text-muted">
        {moved.length > maxMoved && `${glance.moreMoved(moved.length - maxMoved)} `}
        {still > 0 && glance.still(still)}
      </p>
    </Sheet>
  );
}

function Line({
  name,
  more = '',
  figures,
  onShow,
  children,
}: {
  name: string;
  more?: string;
  figures: readonly string[];
  onShow: (() => void) | undefined;
  children?: React.ReactNode;
}) {
  const isOdd = children !== undefined;
  return (
    <>
      <tr className={clsx('border-hairline', isOdd ? 'bg-confirm-soft/60' : 'border-b last:border-0')}>
        <th scope="row" className={clsx('pr-2 text-left leading-6 font-normal', isOdd && 'pl-1')}>
          {onShow ? (
            <Button look="way" onClick={onShow}>
              {name}
              {more && <span className="text-note text-muted"> {more}</span>}
            </Button>
          ) : (
            name
          )}
        </th>
        {figures.map((figure, column) => (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: three columns that stay
            key={column}
            className={clsx('px-1 text-right leading-7 tabular-nums sm:px-2', column === 0 ? 'font-semibold' : 'text-muted')}
          >
            {figure || '—'}
          </td>
        ))}
      </tr>
      {isOdd && (
        <tr className="border-b border-hairline bg-confirm-soft/60 last:border-0">
          <td colSpan={figures.length + 1} className="px-1 pb-1 text-note leading-5 text-muted">
            {children}
          </td>
        </tr>
      )}
    </>
  );
}

function printedOf(format: Format, book: FigureBook, cell: CellId): string {
  return book.size === 0 ? '' : printFigure(figureAt(book, cell), getCell(format, cell));
}
