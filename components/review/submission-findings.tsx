'use client';

import { useRouter } from 'next/navigation';
import type { CheckRun, Severity } from '@/server/domain/checks';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import type { CellId, Format } from '@/server/domain/formats';
import { settledBy } from '@/server/domain/workflow';
import type { SubmissionReview } from '@/server/queries/review';
import { RuleNotes } from '../checks/rule-notes';
import { useWritingMessages } from '../messages/writing-words';
import { useTRPCClient } from '../trpc-client';
import { Sheet } from '../ui/page';
import { ExplanationNote } from './explanation-note';
import { FindingCard } from './finding-card';

const order: Record<Severity, number> = { must_fix: 0, confirm: 1, hint: 2 };

/** The findings on the figures as they were submitted, each with what the clerk wrote about it. Verdict first, hints folded. */
export function SubmissionFindings({
  filingId,
  unitName,
  format,
  run,
  review: { explanations, form },
  onShow,
}: {
  filingId: string;
  unitName: string;
  format: Format;
  run: CheckRun;
  review: SubmissionReview;
  onShow: (cells: readonly CellId[]) => void;
}) {
  const { review } = useWritingMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const notes = (rule: string) => (
    <RuleNotes
      rule={rule}
      notes={form.ruleNotes}
      mayNote={form.verdicts['rule.note'] === 'allowed'}
      onNote={async (text) => {
        await client.filing.noteRule.mutate({ filingId, rule, text });
        router.refresh();
      }}
    />
  );
  const findings = [...run.findings].sort((a, b) => order[a.severity] - order[b.severity]);
  const weighty = findings.filter((finding) => finding.severity !== 'hint');
  const settledOf = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity && settledBy(finding, explanations)).length;
  const [excepted, explained] = [settledOf('must_fix'), settledOf('confirm')];
  const hints = findings.filter((finding) => finding.severity === 'hint');
  return (
    <Sheet
      title={review.findingsTitle}
      actions={
        <p className="text-note text-muted">
          {review.verdict(run.counts.must_fix - excepted, run.counts.confirm - explained, excepted + explained, run.counts.passed)}
          {run.counts.not_checkable > 0 && review.notCheckable(run.counts.not_checkable)}
        </p>
      }
    >
      {findings.length === 0 && <p className="text-body text-muted">{review.noFindings}</p>}
      <ul className="flex flex-col gap-3">
        {weighty.map((finding) => (
          <FindingCard
            key={findingKey(finding)}
            finding={finding}
            settled={settledBy(finding, explanations)}
            format={format}
            onShow={onShow}
          >
            <ExplanationNote
              filingId={filingId}
              unitName={unitName}
              explanation={explanations.find((one) => one.rule === finding.rule && one.boundTo === finding.boundTo)}
              mayCountersign={form.verdicts['filing.countersign'] === 'allowed'}
            />
            {notes(finding.rule)}
          </FindingCard>
        ))}
      </ul>
      {hints.length > 0 && (
        <details className="pt-3">
          <summary className="min-h-7 cursor-pointer text-body text-act">{review.hints(hints.length)}</summary>
          <ul className="flex flex-col gap-3 pt-2">
            {hints.map((finding) => (
              <FindingCard key={findingKey(finding)} finding={finding} format={format} onShow={onShow}>
                {notes(finding.rule)}
              </FindingCard>
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  );
}
