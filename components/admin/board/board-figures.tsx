'use client';

import { useMemo, useState } from 'react';
import { printFigure } from '@/server/domain/figures';
import { type CellId, getCell, getFormat } from '@/server/domain/formats';
import { mostNames, type SomeNames } from '@/server/domain/some-names';
import { type Packed, unpack } from '@/server/domain/wire';
import type { Board, BoardQuarter } from '@/server/queries/board';
import type { ReportPage } from '@/server/queries/report';
import { countMissing } from '../../annual-report/paper/missing-units';
import { toldFigures } from '../../annual-report/paper/told-figures';
import { reportAddress } from '../../annual-report/report-key';
import { TraceDrawer } from '../../annual-report/trace/trace-drawer';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import { YearTabs } from '../../shell/year-tabs';
import { StatutoryTable } from '../../statutory-table/statutory-table';
import { QueriesProvider } from '../../trpc-queries';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHead, Sheet } from '../../ui/page';
import { BoardTabs } from './board-tabs';

/** What the page is drawn from: how far the quarters are, and the whole's report under work; null where there is none. */
export interface YearSoFar {
  board: Pick<Board, 'years' | 'year'> & { quarters: readonly Pick<BoardQuarter, 'quarter' | 'isOpen' | 'done' | 'of'>[] };
  page: ReportPage | null;
}

/** The consolidated figures of a year so far, with who is in them; every figure leads down to the keystroke. Packed: they are drawn and sent. */
export function BoardFigures({ packed }: { packed: Packed }) {
  const { board, page } = useMemo(() => unpack(packed) as YearSoFar, [packed]);
  const { office } = useWritingMessages();
  const words = office.board;
  const head = board.year !== null && <YearTabs years={board.years} shown={board.year} href="/board/figures" label={words.years} />;
  if (board.year === null || !page)
    return (
      <>
        <PageHead title={words.title}>{head}</PageHead>
        {board.year !== null && <BoardTabs year={board.year} here="figures" />}
        <EmptyState title={words.figures.noYear}>{words.emptyHint}</EmptyState>
      </>
    );
  return (
    <>
      <PageHead title={words.title} context={words.figures.context(page.organ, page.year)}>
        {head}
      </PageHead>
      <BoardTabs year={board.year} here="figures" />
      <WhoIsIn board={board} page={page} />
      <Figures page={page} />
    </>
  );
}

function WhoIsIn({ board, page }: { board: YearSoFar['board']; page: ReportPage }) {
  const { common, office, report } = useWritingMessages();
  const words = office.board.figures;
  const lacking = countMissing(page.missing);
  const opened = new Set(board.quarters.filter((column) => column.isOpen).map((column) => column.quarter));
  const groups = new Map<string, SomeNames>();
  for (const group of page.missing) {
    const lacked = group.quarters.filter((quarter) => opened.has(quarter));
    if (lacked.length === 0) continue;
    const quarters = lacked.map(report.shortQuarter).join(report.comma);
    const { count, first } = groups.get(quarters) ?? { count: 0, first: [] };
    groups.set(quarters, { count: count + group.count, first: [...first, ...group.first].slice(0, mostNames) });
  }
  const missing = [...groups.values()].reduce((sum, group) => sum + group.count, 0);
  return (
    <Notice
      tone={lacking === 0 ? 'done' : 'confirm'}
      title={lacking === 0 ? words.whole(page.unitCount) : words.partial(page.unitCount - lacking, page.unitCount)}
      className="mb-4"
    >
      <ul aria-label={words.byQuarter} className="flex flex-wrap gap-x-6">
        {board.quarters.map((column) => (
          <li key={column.quarter}>
            {common.quarter(column.quarter)}{' '}
            {column.isOpen ? (
              <strong>{office.board.approved(column.done, column.of)}</strong>
            ) : (
              <span className="text-muted">{office.board.notOpened}</span>
            )}
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <details>
          <summary className="min-h-6 w-fit cursor-pointer text-act">{words.lackNames(missing)}</summary>
          <dl>
            {[...groups].map(([quarters, names]) => (
              <div key={quarters}>
                <dt className="inline font-semibold">{words.lacks(quarters)}</dt> <dd className="inline">{namesInWords(names, common)}</dd>
              </div>
            ))}
          </dl>
          {opened.size < 4 && <p className="text-muted">{words.notOpened}</p>}
        </details>
      )}
    </Notice>
  );
}

function Figures({ page }: { page: ReportPage }) {
  const { office } = useWritingMessages();
  const words = office.board.figures;
  const format = useMemo(() => getFormat(page.format, page.rowVariant), [page.format, page.rowVariant]);
  const figures = useMemo(
    () => Object.fromEntries(Object.entries(toldFigures(page)).map(([id, figure]) => [id, printFigure(figure, getCell(format, id))])),
    [page, format],
  );
  const [traced, setTraced] = useState<CellId | null>(null);
  return (
    <Sheet
      title={office.board.tabs.figures}
      actions={
        <Link href={reportAddress(page)} className={buttonClass('plain', true)}>
          {words.report}
        </Link>
      }
    >
      <p className="pb-3 text-note leading-5 text-muted">{words.hint}</p>
      <div className="mx-auto flex max-w-form flex-col gap-5">
        {format.chapters.map((chapter) => {
          const layouts = format.tables.filter((layout) => layout.section === chapter.key);
          if (layouts.length === 0) return null;
          return (
            <section key={chapter.key} aria-label={chapter.title} className="flex flex-col gap-2">
              <h3 lang="zh-CN" className="font-serif text-head font-bold">
                {chapter.title}
              </h3>
              {layouts.map((layout) => (
                <StatutoryTable key={layout.id} format={format} layout={layout} figures={figures} onCellClick={setTraced} isHeadSticky />
              ))}
            </section>
          );
        })}
      </div>
      <QueriesProvider>
        {traced !== null && <TraceDrawer page={page} format={format} cell={traced} onClose={() => setTraced(null)} />}
      </QueriesProvider>
    </Sheet>
  );
}
