'use client';

import { useState } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import type { ReportPage } from '@/server/queries/report';
import { Attachments } from '../../attachments/attachments';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { BindingButton } from '../../ui/binding-button';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { keyOf } from '../report-key';
import { ExplainForm } from './explain-form';

/** What people did about a finding of the report: its explanation, its exception with the second signature, or the way to write one. */
export function FindingAnswer({ page, finding }: { page: ReportPage; finding: Finding }) {
  const { report, review } = useWritingMessages();
  const [isWriting, setIsWriting] = useState(false);
  const explanation = page.explanations.find((one) => one.rule === finding.rule && one.boundTo === finding.boundTo);
  const isMustFix = finding.severity === 'must_fix';
  if (explanation)
    return (
      <div className="mt-1 flex flex-col gap-1 rounded bg-desk px-3 py-2 text-body leading-6">
        <p>
          <span className="text-muted">
            {isMustFix ? review.exceptionBy(explanation.writtenBy) : review.explanationBy(explanation.writtenBy)}
            {review.colon}
          </span>
          {explanation.text}
        </p>
        <Attachments about="explanation" aboutId={explanation.id} isQuiet={page.verdicts['report.explain'] !== 'allowed'} />
        {isMustFix && <SecondSignature page={page} explanation={explanation} />}
      </div>
    );
  if (finding.severity === 'hint' || finding.rule === 'b-blank' || page.verdicts['report.explain'] !== 'allowed') return null;
  return isWriting ? (
    <ExplainForm page={page} finding={finding} onDone={() => setIsWriting(false)} />
  ) : (
    <Button
      isSmall
      className="mt-1"
      aria-label={isMustFix ? report.askExceptionFor(finding.rule) : report.explainFor(finding.rule)}
      onClick={() => setIsWriting(true)}
    >
      {isMustFix ? report.askException : report.explain}
    </Button>
  );
}

function SecondSignature({ page, explanation }: { page: ReportPage; explanation: ReportPage['explanations'][number] }) {
  const { report, review } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  if (explanation.countersignedBy)
    return (
      <div>
        <Badge tone="done">{review.countersignedBy(explanation.countersignedBy)}</Badge>
      </div>
    );
  if (explanation.isOwn || page.verdicts['report.countersign'] !== 'allowed')
    return (
      <p>
        <Badge tone="wrong">{report.noCountersign}</Badge>
      </p>
    );
  return (
    <>
      <BindingButton
        isSmall
        className="self-start"
        aria-label={report.countersignFor(explanation.rule)}
        disabled={isBusy}
        onClick={() => run(() => client.report.countersign.mutate({ ...keyOf(page), exceptionId: explanation.id }), review.countersigned)}
      >
        {report.countersign}
      </BindingButton>
      <ActAnswer answer={answer} />
    </>
  );
}
