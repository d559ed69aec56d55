'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { overlayFrom } from '@/server/domain/checks';
import { movedFigures } from '@/server/domain/checks/past/moved-figures';
import { withComputed } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { checkFiling, paragraphNumber, textAnchor } from '@/server/domain/workflow';
import type { Conversation } from '@/server/queries/conversation';
import type { SubmissionReview as Review } from '@/server/queries/review';
import type { QueuePlace } from '@/server/queries/review-queue';
import { RestatedList } from '../corrections/restated-list';
import { besideBooks } from '../filing-form/beside/beside-books';
import { PracticeBand } from '../filing-form/practice/practice-band';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { markCells, mergeMarks } from '../statutory-table/cell-mark';
import { formatOfFiling } from '../statutory-table/format-of-filing';
import { showCell } from '../statutory-table/show-cell';
import { sameTalk } from '../talk/same-talk';
import { useFreshTalk } from '../talk/use-fresh-talk';
import { ActsPanel } from './acts-panel';
import { AtAGlance } from './at-a-glance';
import { CellFacts } from './cell-facts';
import { ContributionPaper } from './contribution-paper';
import { DoneNotice } from './done-notice';
import { oddMarks } from './odd-marks';
import { PastRemarks } from './past-remarks';
import { RemarksPanel } from './remarks-panel';
import { SubmissionFindings } from './submission-findings';
import { SubmissionHead } from './submission-head';
import { SubmissionHistory } from './submission-history';
import { SubmissionTables } from './submission-tables';
import { TalkPanel } from './talk-panel';
import { useDraftRemarks } from './use-draft-remarks';
import { WhatChanged } from './what-changed';

/** A submission before its reviewer: the difference first, then what is odd, then the whole. */
export function SubmissionReview({ review: loaded, place }: { review: Review; place: QueuePlace }) {
  const messages = useWritingMessages();
  const language = useLanguage();
  /** What was said since the page was loaded, over the page that it was heard on. */
  const [heard, setHeard] = useState<{ over: Review; said: Conversation } | null>(null);
  useFreshTalk(loaded.form.filingId, (said) =>
    setHeard((was) => (sameTalk(was?.over === loaded ? was.said : loaded.form, said) ? was : { over: loaded, said })),
  );
  const review = useMemo(
    () => (heard?.over === loaded ? { ...loaded, remarks: heard.said.remarks, form: { ...loaded.form, ...heard.said } } : loaded),
    [loaded, heard],
  );
  const { form } = review;
  const format = formatOfFiling(form);
  const leaves = useMemo(() => new Map(Object.entries(review.figures)), [review.figures]);
  const run = useMemo(
    () =>
      checkFiling(
        {
          organ: form.unitName,
          year: form.year,
          quarter: form.quarter,
          powers: form.powers,
          format,
          book: leaves,
          openings: new Map(Object.entries(form.openings)),
          restated: new Set(form.restatements.map((one) => one.cell)),
          past: form.past,
        },
        overlayFrom(form.overlay),
      ),
    [form, format, leaves],
  );
  const figures = useMemo(() => withComputed(format, leaves), [format, leaves]);
  const beside = useMemo(() => besideBooks(format, form.beside), [format, form.beside]);
  const moved = useMemo(() => {
    const asked = new Set(run.findings.filter((finding) => finding.severity !== 'hint').flatMap((finding) => finding.cells));
    return movedFigures(format, figures, Object.values(beside)).filter((cell) => !asked.has(cell));
  }, [format, figures, beside, run]);
  const mayReturn = form.verdicts['filing.return'] === 'allowed';
  const drafts = useDraftRemarks({ filingId: form.filingId, submissionNumber: review.number, mayPin: mayReturn }, review.drafts);
  const [composing, setComposing] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly CellId[]>([]);
  /** The place whose comments stand beside the tables. */
  const [talking, setTalking] = useState<string | null>(null);

  const show = (cells: readonly CellId[]) => {
    setChosen(cells);
    if (!cells[0]) return;
    setTalking(cells[0]);
    showCell(cells[0]);
  };
  const compose = (anchor: string | null) => {
    setComposing(anchor);
    if (anchor !== null) setTalking(paragraphNumber(anchor) === null ? anchor : textAnchor);
  };
  const talkOf = (anchor: string) => (format.cells.has(anchor) ? show([anchor]) : setTalking(anchor));
  const mayTalk = form.verdicts['filing.comment'] === 'allowed';
  const words = messages.review;
  const lookedAt = talking !== null && format.cells.has(talking) ? talking : null;
  const showOne = useCallback((cell: CellId) => {
    setChosen([cell]);
    setTalking(cell);
    showCell(cell);
  }, []);
  useEffect(() => {
    const asked = decodeURIComponent(window.location.hash).replace(/^#cell-/, '');
    if (format.cells.has(asked)) showOne(asked);
  }, [format, showOne]);
  const marks = useMemo(
    () =>
      mergeMarks(
        new Map(
          (review.changes ?? []).map((change) => [
            change.cell,
            [{ tone: 'changed', label: words.markChanged(change.before || words.blank) }],
          ]),
        ),
        ...form.remarks.map((remark) => markCells([remark.anchor], { tone: 'answered', label: words.markPastRemark(remark.text) })),
        ...form.comments
          .filter((comment) => comment.resolvedAt === null)
          .map((comment) => markCells([comment.anchor], { tone: 'comment', label: words.markComment(comment.text) })),
        ...drafts.remarks.map((remark) => markCells([remark.anchor], { tone: 'remark', label: words.markRemark(remark.text) })),
        oddMarks(
          { findings: run.findings, explanations: review.explanations, moved },
          { language, movedLabel: words.glance.farFromPast, explainedLabel: words.explained },
        ),
        markCells(composing === null ? chosen : [composing], { tone: 'chosen', label: words.markChosen }),
      ),
    [review.changes, review.explanations, form.remarks, form.comments, drafts.remarks, chosen, composing, words, run, moved, language],
  );

  return (
    <>
      <PracticeBand form={form} />
      <SubmissionHead review={review} place={place} />
      <DoneNotice />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {review.changes && <WhatChanged review={review} changes={review.changes} format={format} onShow={(cell) => show([cell])} />}
          <AtAGlance
            format={format}
            figures={figures}
            beside={beside}
            run={run}
            explanations={review.explanations}
            moved={moved}
            onShow={show}
          />
          <RestatedList format={format} restatements={form.restatements} />
          <PastRemarks filingId={form.filingId} format={format} remarks={form.remarks} mayReply={mayTalk} onShow={(cell) => show([cell])} />
          <SubmissionFindings filingId={form.filingId} unitName={form.unitName} format={format} run={run} review={review} onShow={show} />
          <SubmissionTables
            format={format}
            leaves={leaves}
            marks={marks}
            beside={beside}
            cellActs={mayReturn ? 'remark' : mayTalk ? 'talk' : 'none'}
            onCellClick={mayReturn ? compose : mayTalk ? talkOf : showOne}
          />
          <ContributionPaper
            text={review.contribution}
            onRemark={mayReturn ? compose : undefined}
            onTalk={mayTalk ? () => setTalking(textAnchor) : undefined}
          />
          <SubmissionHistory history={review.history} />
        </div>
        <aside
          id="decision"
          aria-label={words.actsTitle}
          className="flex flex-col gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto print:hidden"
        >
          <ActsPanel review={review} drafts={drafts} format={format} />
          {mayReturn && (
            <RemarksPanel
              format={format}
              contribution={review.contribution}
              phrases={review.phrases}
              drafts={drafts}
              draftsOfOthers={review.draftsOfOthers}
              composing={composing}
              onCompose={compose}
              onShow={show}
            />
          )}
          <CellFacts key={form.hash} form={loaded.form} cell={lookedAt} onShow={showOne} />
          <TalkPanel form={form} format={format} anchor={talking} onShow={talkOf} />
        </aside>
      </div>
    </>
  );
}
