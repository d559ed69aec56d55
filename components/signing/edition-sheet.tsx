'use client';

import type { ReactNode } from 'react';
import type { EditionSheetPage } from '@/server/queries/edition-sheet';
import { compareAddress, reportAddress } from '../annual-report/report-key';
import { ReportWay } from '../annual-report/way/report-way';
import { useWritingMessages } from '../messages/writing-words';
import { Breadcrumb } from '../ui/breadcrumb';
import { Button, buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { momentText } from '../ui/moment';
import { PageHead } from '../ui/page';

/** 定稿单: kept on paper beside an edition, with the numbers by which the edition and the log behind it can be checked. */
export function EditionSheet({ page }: { page: EditionSheetPage }) {
  const { signing, report, common } = useWritingMessages();
  const words = signing.edition;
  const corrects = page.corrects;
  return (
    <>
      <div className="print:hidden">
        <Breadcrumb
          places={[
            { words: report.listTitle, href: `/reports?year=${page.year}` },
            { words: `${page.organ} ${report.reportOf(page.year)}`, href: reportAddress(page) },
          ]}
        />
        <PageHead title={words.sheetTitle} context={`${page.organ} ${report.reportOf(page.year)} · ${report.edition(page.number)}`}>
          {corrects && (
            <Link href={compareAddress(page, corrects.edition, page.number)} className={buttonClass()}>
              {report.compare.link(report.edition(corrects.edition))}
            </Link>
          )}
          <Button look="primary" onClick={() => window.print()}>
            {words.print}
          </Button>
        </PageHead>
      </div>
      <article
        data-paper="upright"
        className="mx-auto max-w-paper border border-hairline bg-paper px-[18mm] py-[16mm] font-serif print:max-w-none print:border-0 print:p-0"
      >
        <h2 className="pb-1 text-center text-title leading-9 font-bold">{words.sheetTitle}</h2>
        <p lang="zh-CN" className="pb-4 text-center text-body leading-7">
          {page.organ} {report.reportOf(page.year)}
        </p>
        <dl className="grid grid-cols-[11.5rem_minmax(0,1fr)] border border-ink/60 text-body leading-7">
          <Row name={words.scope}>{common.scopes[page.scope]}</Row>
          <Row name={words.number}>{report.edition(page.number)}</Row>
          <Row name={words.finalisedBy}>{page.finalisedBy}</Row>
          <Row name={words.finalisedAt}>{momentText(page.finalisedAt)}</Row>
          {corrects && (
            <Row name={words.corrects(corrects.edition)}>
              {corrects.reason && (
                <span lang="zh-CN" className="block break-words">
                  {report.correctionOf(corrects.reason)}
                </span>
              )}
              {corrects.slips.length === 0
                ? words.noSlips
                : corrects.slips.map((slip) => (
                    <span key={`${slip.unitName} ${slip.year} ${slip.number}`} className="block">
                      {words.slip(slip.unitName, slip.year, slip.number)}
                    </span>
                  ))}
            </Row>
          )}
          <Row name={words.rules}>{page.packVersion}</Row>
          <Row name={words.hash}>
            <Code>{page.hash}</Code>
          </Row>
          {page.head && (
            <Row name={words.head}>
              <Code>{page.head.hash}</Code>
              <span className="block text-note leading-5 text-muted">{words.headHint(page.head.seq)}</span>
            </Row>
          )}
        </dl>
        <h3 className="pt-5 pb-2 text-body font-bold">{report.way.title}</h3>
        <ReportWay of={page} way={page.way} mayReadBoard={false} isOnPaper />
        <h3 className="pt-5 pb-2 text-body font-bold">{words.signatures}</h3>
        {page.signatures.length === 0 ? (
          <p className="text-body">{page.origin === 'imported' ? words.imported : words.noSignatures}</p>
        ) : (
          <table className="w-full border-collapse text-note leading-6">
            <thead>
              <tr>
                {[words.columns.step, words.columns.who, words.columns.when, words.columns.hash, words.signedHere].map((name) => (
                  <th key={name} scope="col" className="border border-ink/60 px-2 py-1 font-semibold">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.signatures.map((one) => (
                <tr key={one.step} className="break-inside-avoid">
                  <th scope="row" className="border border-ink/60 px-2 py-1.5 text-left font-normal">
                    {one.name}
                    <span className="block text-note leading-5 text-muted">
                      {one.answersFor.map((group) => signing.groups[group]).join(common.listComma)}
                    </span>
                  </th>
                  <td className="border border-ink/60 px-2 py-1.5">
                    {one.signedBy}
                    {one.note && <span className="block text-note leading-5 break-words">{signing.note(one.note)}</span>}
                  </td>
                  <td className="border border-ink/60 px-2 py-1.5 whitespace-nowrap">{momentText(one.signedAt)}</td>
                  <td className="border border-ink/60 px-2 py-1.5 font-mono text-note">{one.hash.slice(0, 16)}</td>
                  <td className="w-28 border border-ink/60" />
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {new Set(page.signatures.map((one) => one.hash)).size > 1 && (
          <p className="pt-1 text-note leading-5 text-muted">{words.hashesDiffer}</p>
        )}
        <div className="flex min-h-32 items-end justify-between pt-10 text-body">
          <span className="text-note text-muted">{words.foot}</span>
          <span className="pr-10 text-muted">{words.seal}</span>
        </div>
      </article>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="border-b border-ink/60 px-2 last-of-type:border-b-0">{name}</dt>
      <dd className="border-b border-l border-ink/60 px-2 last:border-b-0">{children}</dd>
    </>
  );
}

/** A number to be compared by eye: in groups of eight, in two lines of four. */
function Code({ children }: { children: string }) {
  const groups = children.match(/.{1,8}/g) ?? [];
  const half = Math.ceil(groups.length / 2);
  return (
    <span className="font-mono text-note leading-5 break-words">
      <span className="inline-block">{groups.slice(0, half).join(' ')}</span>{' '}
      <span className="inline-block">{groups.slice(half).join(' ')}</span>
    </span>
  );
}
