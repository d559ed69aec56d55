'use client';

import { useMemo } from 'react';
import { getFormat } from '@/server/domain/formats';
import { type Packed, unpack } from '@/server/domain/wire';
import type { SignPage } from '@/server/queries/signing';
import { fileAddress, reportAddress } from '../annual-report/report-key';
import { ReportWay } from '../annual-report/way/report-way';
import { useWritingMessages } from '../messages/writing-words';
import { Breadcrumb } from '../ui/breadcrumb';
import { buttonClass } from '../ui/button';
import { momentText } from '../ui/moment';
import { Badge } from '../ui/notice';
import { PageHead, Sheet } from '../ui/page';
import { Confirmations } from './confirmations';
import { DifferenceView } from './difference-view';
import { PrintedDocument } from './printed-document';
import { SignBox } from './sign-box';
import { StepList } from './step-list';

/**
 * What a signer needs and no more: what changed for them first, the whole document as it will be printed, and the signature beside it. Packed,
 * because it is drawn and sent.
 */
export function SignReport({ packed }: { packed: Packed }) {
  const page = useMemo(() => unpack(packed) as SignPage, [packed]);
  const { signing: words, common, report } = useWritingMessages();
  const format = useMemo(() => getFormat(page.format, page.rowVariant), [page.format, page.rowVariant]);
  const { since, signing } = page;
  return (
    <>
      <Breadcrumb
        places={[
          { words: report.listTitle, href: `/reports?year=${page.year}` },
          { words: `${page.organ} ${report.reportOf(page.year)}`, href: reportAddress(page) },
        ]}
      />
      <PageHead title={words.pageTitle(page.organ, page.year)} context={words.context(signing.edition)}>
        <Badge tone="act">{common.scopes[page.scope]}</Badge>
      </PageHead>
      <div className="pb-4">
        <ReportWay of={page} way={page.way} mayReadBoard={page.mayReadBoard} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Sheet
            title={
              since === null
                ? words.firstTitle
                : since.what === 'edition'
                  ? words.sinceEdition(since.edition)
                  : words.sinceSignature(momentText(since.at))
            }
          >
            {since === null ? (
              <p>{words.firstTime}</p>
            ) : since.isSame ? (
              <p>{words.sinceNothing}</p>
            ) : (
              <DifferenceView difference={since.difference} />
            )}
          </Sheet>
          <section aria-label={words.documentTitle}>
            <h2 className="text-head font-semibold">{words.documentTitle}</h2>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-2 text-note text-muted">
              {words.documentHint}
              {page.document.isCut && <span>{words.documentCut}</span>}
              {(['docx', 'pdf'] as const).map((kind) => (
                <a
                  key={kind}
                  download
                  href={fileAddress(page, 'draft', kind)}
                  aria-label={report.download(report.fileKinds[kind], report.draft)}
                  className={buttonClass('plain', true)}
                >
                  ↓ {report.fileKinds[kind]}
                </a>
              ))}
            </p>
            <PrintedDocument document={page.document} format={format} />
          </section>
        </div>
        <aside aria-label={words.title} className="flex flex-col gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto">
          <SignBox page={page} format={format} />
          <Sheet title={words.openThings}>
            <Confirmations page={page} format={format} />
          </Sheet>
          {signing.steps.length > 0 && (
            <Sheet title={words.steps}>
              <StepList signing={signing} format={format} />
            </Sheet>
          )}
        </aside>
      </div>
    </>
  );
}
