'use client';

import { useMemo, useState } from 'react';
import type { CellId } from '@/server/domain/formats';
import type { ExceptionReview as Review } from '@/server/queries/review';
import { besideBooks } from '../filing-form/beside/beside-books';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { markCells, mergeMarks } from '../statutory-table/cell-mark';
import { formatOfFiling } from '../statutory-table/format-of-filing';
import { showCell } from '../statutory-table/show-cell';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { Badge, Notice } from '../ui/notice';
import { PageHead, Sheet } from '../ui/page';
import { CountersignButton } from './countersign-button';
import { FindingCard } from './finding-card';
import { SubmissionTables } from './submission-tables';

/** What the second signature lets pass, before it is given: the rule with both sides, the reason, and every figure as it stands. */
export function ExceptionReview({ review: { form, figures, finding, exception } }: { review: Review }) {
  const { review, common } = useWritingMessages();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [chosen, setChosen] = useState<readonly CellId[]>(finding.cells);
  const format = formatOfFiling(form);
  const leaves = useMemo(() => new Map(Object.entries(figures)), [figures]);
  const marks = useMemo(
    () =>
      mergeMarks(
        markCells(finding.cells, { tone: 'remark', label: review.rule(finding.rule) }),
        markCells(chosen, { tone: 'chosen', label: review.markChosen }),
      ),
    [finding, chosen, review],
  );
  const isSubmitted = form.status !== 'open' && form.status !== 'returned';
  const show = (cells: readonly CellId[]) => {
    setChosen(cells);
    if (cells[0]) showCell(cells[0]);
  };
  return (
    <>
      <PageHead title={review.countersignPage.title} context={`${form.unitName} ${common.period(form.year, form.quarter)}`}>
        {isSubmitted && (
          <Link href={`/review/${form.filingId}`} className={buttonClass()}>
            {review.countersignPage.toSubmission}
          </Link>
        )}
      </PageHead>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {!isSubmitted && <Notice tone="act">{review.countersignPage.notSubmitted}</Notice>}
          <Sheet title={review.countersignPage.finding}>
            <ul>
              <FindingCard finding={finding} format={format} onShow={show}>
                <dl className="mt-1 grid grid-cols-[6rem_1fr] gap-x-3 text-body leading-6">
                  <dt className="text-muted">{review.countersignPage.left}</dt>
                  <dd className="tabular-nums">{finding.left ?? review.blank}</dd>
                  <dt className="text-muted">{review.countersignPage.right}</dt>
                  <dd className="tabular-nums">{finding.right ?? review.blank}</dd>
                </dl>
              </FindingCard>
            </ul>
          </Sheet>
          <SubmissionTables
            format={format}
            leaves={leaves}
            marks={marks}
            beside={besideBooks(format, form.beside)}
            cellActs="none"
            onCellClick={undefined}
          />
        </div>
        <aside aria-label={review.actsTitle} className="lg:sticky lg:top-4">
          <Sheet title={review.actsTitle}>
            <div className="flex flex-col gap-2">
              <p className="text-body leading-6">
                <span className="text-muted">
                  {review.reasonBy(exception.writtenBy)}
                  {review.colon}
                </span>
                {exception.text}
              </p>
              {exception.countersignedBy ? (
                <Badge tone="done">{review.countersignedBy(exception.countersignedBy)}</Badge>
              ) : form.verdicts['filing.countersign'] === 'allowed' ? (
                <CountersignButton
                  filingId={form.filingId}
                  exceptionId={exception.id}
                  isOwn={exception.isOwn}
                  name={review.countersignFor(form.unitName, exception.rule)}
                  onAnswer={setAnswer}
                />
              ) : (
                <Badge tone="confirm">{review.waitsForCountersign}</Badge>
              )}
              <p className="text-note leading-5 text-muted">{review.exceptionsHint}</p>
              <ActAnswer answer={answer} className="empty:hidden" />
            </div>
          </Sheet>
        </aside>
      </div>
    </>
  );
}
