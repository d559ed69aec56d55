'use client';

import Link from 'next/link';
import type { ComparedCell } from '@/server/domain/report/blackline/blackline';
import type { ComparedParagraph } from '@/server/domain/report/blackline/compare-texts';
import type { BlacklinePage } from '@/server/queries/blackline';
import { useMessages } from '../messages/messages-provider';
import { buttonClass } from '../ui/button';
import { Badge } from '../ui/notice';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { reportAddress } from './report-key';

/** What changed from one edition to another: the figures first, then the text with what went out and what came in. */
export function EditionComparison({ page }: { page: BlacklinePage }) {
  const { report, common } = useMessages();
  const name = (edition: number | null) => (edition === null ? report.draft : report.edition(edition));
  const changedTexts = page.texts.filter((text) => !text.isSame);
  return (
    <>
      <nav aria-label={report.compare.back} className="pb-2 print:hidden">
        <Link href={reportAddress(page)} className={buttonClass('quiet', true)}>
          ← {report.compare.back}
        </Link>
      </nav>
      <PageHead
        title={report.compare.title(name(page.from), name(page.to))}
        context={`${page.organ} ${report.reportOf(page.year)} · ${report.compare.count(page.cells.length, changedTexts.length)}`}
      >
        <Badge tone="act">{common.scopes[page.scope]}</Badge>
      </PageHead>
      {page.cells.length === 0 && changedTexts.length === 0 && (
        <EmptyState title={report.compare.same}>{report.compare.sameHint}</EmptyState>
      )}
      <div className="flex flex-col gap-4">
        {page.cells.length > 0 && (
          <Sheet title={report.compare.figures}>
            <ComparedFigures cells={page.cells} from={name(page.from)} to={name(page.to)} />
          </Sheet>
        )}
        {changedTexts.map((text) => (
          <Sheet key={text.key} title={report.textLabels[text.key]}>
            <div lang="zh-CN" className="flex flex-col gap-2 font-serif text-[17px] leading-8">
              {numbered(text.paragraphs).map(([number, paragraph]) => (
                <Paragraph key={number} paragraph={paragraph} />
              ))}
            </div>
          </Sheet>
        ))}
      </div>
    </>
  );
}

/** Paragraphs have no name but their place; the list is drawn once. */
function numbered<T>(items: readonly T[]): [number, T][] {
  return items.map((item, index) => [index, item]);
}

function ComparedFigures({ cells, from, to }: { cells: readonly ComparedCell[]; from: string; to: string }) {
  const { report } = useMessages();
  return (
    <table className="w-full max-w-4xl text-[15px] leading-7 tabular-nums">
      <thead>
        <tr className="border-b border-hairline text-left text-[13px] text-muted">
          <th scope="col" className="font-normal">
            {report.compare.cell}
          </th>
          {[from, to, report.compare.difference].map((head) => (
            <th key={head} scope="col" className="w-32 text-right font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody lang="zh-CN" className="font-serif">
        {cells.map((cell) => (
          <tr key={cell.cell} className="border-b border-hairline last:border-0">
            <th scope="row" className="text-left font-normal">
              {cell.name}
            </th>
            <td className="text-right text-muted">{cell.before || report.compare.unknown}</td>
            <td className="text-right font-semibold">{cell.after || report.compare.unknown}</td>
            <td className="text-right">{cell.difference === null ? '' : `${cell.difference > 0 ? '+' : ''}${cell.difference}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Taken out is struck through, put in is underlined; both are said to whoever does not see them. */
function Paragraph({ paragraph }: { paragraph: ComparedParagraph }) {
  const { report } = useMessages();
  let at = 0;
  return (
    <p className={paragraph.change === 'same' ? 'text-muted' : undefined}>
      {paragraph.parts.map(({ change, text }) => {
        const key = at;
        at += text.length;
        if (change === 'same') return <span key={key}>{text}</span>;
        const Tag = change === 'added' ? 'ins' : 'del';
        return (
          <Tag
            key={key}
            className={
              change === 'added' ? 'bg-act-soft text-act underline decoration-2 underline-offset-4' : 'bg-desk text-muted line-through'
            }
          >
            <span className="sr-only">{change === 'added' ? report.compare.added : report.compare.removed}</span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
