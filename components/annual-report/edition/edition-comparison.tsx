'use client';

import type { ComparedCell } from '@/server/domain/report/blackline/blackline';
import type { BlacklinePage } from '@/server/queries/blackline';
import { useWritingMessages } from '../../messages/writing-words';
import { Breadcrumb } from '../../ui/breadcrumb';
import { denseCell, denseHeadCell } from '../../ui/list-table';
import { Badge } from '../../ui/notice';
import { EmptyState, PageHead, Sheet } from '../../ui/page';
import { reportAddress } from '../report-key';
import { ComparedText } from '../text/compared-text';

/** What changed from one edition to another: the figures first, then the text with what went out and what came in. */
export function EditionComparison({ page }: { page: BlacklinePage }) {
  const { report, common } = useWritingMessages();
  const name = (edition: number | null) => (edition === null ? report.draft : report.edition(edition));
  const changedTexts = page.texts.filter((text) => !text.isSame);
  return (
    <>
      <Breadcrumb
        places={[
          { words: report.listTitle, href: `/reports?year=${page.year}` },
          { words: `${page.organ} ${report.reportOf(page.year)}`, href: reportAddress(page) },
        ]}
      />
      <PageHead
        title={report.compare.title(name(page.from), name(page.to))}
        context={`${page.organ} ${report.reportOf(page.year)} · ${report.compare.count(page.cells.length, changedTexts.length)}`}
      >
        <Badge tone="act">{common.scopes[page.scope]}</Badge>
      </PageHead>
      {page.cells.length === 0 && changedTexts.length === 0 && (
        <EmptyState title={report.compare.same}>{report.compare.sameHint}</EmptyState>
      )}
      <div data-paper="upright" className="flex flex-col gap-4">
        {page.cells.length > 0 && (
          <Sheet title={report.compare.figures}>
            <ComparedFigures cells={page.cells} from={name(page.from)} to={name(page.to)} />
          </Sheet>
        )}
        {changedTexts.map((text) => (
          <Sheet key={text.key} title={report.textLabels[text.key]}>
            <ComparedText paragraphs={text.paragraphs} isLarge />
          </Sheet>
        ))}
      </div>
    </>
  );
}

function ComparedFigures({ cells, from, to }: { cells: readonly ComparedCell[]; from: string; to: string }) {
  const { report } = useWritingMessages();
  return (
    <table className="w-full max-w-form border-collapse text-body tabular-nums">
      <thead>
        <tr>
          <th scope="col" className={denseHeadCell}>
            {report.compare.cell}
          </th>
          {[from, to, report.compare.difference].map((head) => (
            <th key={head} scope="col" className={`${denseHeadCell} w-32 text-right`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody lang="zh-CN" className="font-serif">
        {cells.map((cell) => (
          <tr key={cell.cell} className="break-inside-avoid">
            <th scope="row" className={`${denseCell} font-normal`}>
              {cell.name}
            </th>
            <td className={`${denseCell} text-right text-muted`}>{cell.before || report.compare.unknown}</td>
            <td className={`${denseCell} text-right font-semibold`}>{cell.after || report.compare.unknown}</td>
            <td className={`${denseCell} text-right`}>
              {cell.difference === null ? '' : `${cell.difference > 0 ? '+' : ''}${cell.difference}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
