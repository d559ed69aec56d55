'use client';

import clsx from 'clsx';
import { useMemo } from 'react';
import { printFigure } from '@/server/domain/figures';
import { cellName, getCell } from '@/server/domain/formats';
import { firstDay, isQuarter, lastDay } from '@/server/domain/periods';
import { filingBook } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { useMessages } from '../../messages/messages-provider';
import { formatOfFiling } from '../../statutory-table/format-of-filing';
import { printedFigures } from '../../statutory-table/printed-figures';
import { StatutoryTable } from '../../statutory-table/statutory-table';
import { Breadcrumb } from '../../ui/breadcrumb';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { PageHead } from '../../ui/page';
import { PrintedAt } from '../../ui/printed-at';
import { factsOf } from '../store/filing-state';
import './filing-sheet.css';
import { sheetFacts } from './sheet-facts';
import { SignatureBlock } from './signature-block';

/** A table of more rows than these goes on over the page: kept together it would leave half a page empty before it. */
const shortTable = 18;

/** 报送表: what is submitted, on A4, with the lines for hand and seal. On the screen it looks as it will on paper. */
export function FilingSheet({ form, me, isEmpty }: { form: FilingForm; me: { name: string }; isEmpty: boolean }) {
  const { clerk, common, practice, slipMarks } = useMessages();
  const words = clerk.print;
  const format = formatOfFiling(form);
  const figures = useMemo(() => (isEmpty ? {} : printedFigures(format, filingBook(factsOf(form, format)))), [form, format, isEmpty]);
  const facts = sheetFacts(form, me, isEmpty);
  const period = common.period(form.year, form.quarter);
  const here = `/filings/${form.filingId}/print`;
  return (
    <>
      <div className="print:hidden">
        <Breadcrumb
          places={[
            { words: clerk.form.title(form.unitName, period), href: `/filings/${form.filingId}` },
            { words: clerk.check.title(period), href: `/filings/${form.filingId}/check` },
          ]}
        />
        <PageHead title={words.title(period)} context={isEmpty ? words.emptyContext : words.filledContext}>
          <Link href={isEmpty ? here : `${here}?empty=1`} className={buttonClass()}>
            {isEmpty ? words.toFilled : words.toEmpty}
          </Link>
          <Button look="primary" onClick={() => window.print()}>
            {words.print}
          </Button>
        </PageHead>
      </div>
      <div className="filing-sheet mx-auto max-w-paper border border-hairline bg-paper px-[15mm] py-[14mm] font-serif print:table print:w-full print:max-w-none print:border-0 print:p-0">
        <div className="flex flex-col gap-5 print:table-row-group">
          <header>
            {form.isPractice && (
              <p className="mb-2 border-2 border-dashed border-ink/60 py-1 text-center text-body leading-6 font-bold">{practice.print}</p>
            )}
            <p className="text-center text-title leading-9 font-bold">{words.heading(period)}</p>
            <div className="flex flex-wrap justify-between gap-x-6 border-b border-ink/60 pt-2 pb-1 text-body leading-6">
              <span>{words.unit(form.unitName)}</span>
              {isQuarter(form.quarter) && <span>{words.days(firstDay(form.year, form.quarter), lastDay(form.year, form.quarter))}</span>}
              <span>{words.receiver(form.receiver)}</span>
            </div>
            <PrintedAt paper="upright" />
          </header>
          {[...format.tables, ...format.entryTables].map((layout) => (
            <section key={layout.id} className={clsx('print:pt-4', layout.rows.length <= shortTable && 'break-inside-avoid')}>
              <h2 className="break-after-avoid pb-1.5 text-body font-semibold">{layout.title}</h2>
              <StatutoryTable format={format} layout={layout} figures={figures} />
            </section>
          ))}
          {(form.contribution.text || isEmpty) && (
            <section className="print:pt-4">
              <h2 className="break-after-avoid pb-1.5 text-body font-semibold">{clerk.check.contribution}</h2>
              {isEmpty ? (
                <div className="mr-px h-56 border border-ink/60" />
              ) : (
                <p className="text-body leading-7 whitespace-pre-wrap">{form.contribution.text}</p>
              )}
            </section>
          )}
          {form.restatements.length > 0 && !isEmpty && (
            <section className="break-inside-avoid print:pt-4">
              <h2 className="break-after-avoid pb-1.5 text-body font-semibold">{slipMarks.restate.listTitle}</h2>
              <ul className="text-body leading-7">
                {form.restatements.map(({ cell: id, was, is, reason }) => {
                  const cell = getCell(format, id);
                  const line = slipMarks.restate.line(printFigure(was, cell) || slipMarks.restate.unknown, printFigure(is, cell));
                  return <li key={id}>{words.restated(cellName(cell), line, reason)}</li>;
                })}
              </ul>
            </section>
          )}
          <SignatureBlock facts={facts} />
        </div>
        <footer className="pt-4 text-note leading-5 break-inside-avoid print:table-footer-group">
          <span className="flex flex-wrap justify-between gap-x-6 print:pt-3">
            <span>
              {form.unitName} · {period}
              {form.isPractice && ` · ${practice.band}`}
            </span>
            <span>
              {facts.submissionNumber === null ? (isEmpty ? words.emptyForm : words.draft) : words.submission(facts.submissionNumber)}
            </span>
            {facts.contentNumber && <span className="font-mono">{words.content(facts.contentNumber)}</span>}
          </span>
        </footer>
      </div>
    </>
  );
}
