'use client';

import { useRouter } from 'next/navigation';
import type { Finding } from '@/server/domain/checks/check';
import { findingKey } from '@/server/domain/checks/gather-repeated';
import type { CellId, Format } from '@/server/domain/formats';
import type { Severity, TextPlace } from '@/server/domain/subject';
import { settledBy } from '@/server/domain/workflow';
import type { ReportPage } from '@/server/queries/report';
import { CheckReportLinks } from '../../checks/check-report-links';
import { RuleNotes } from '../../checks/rule-notes';
import { useWritingMessages } from '../../messages/writing-words';
import { FindingCard } from '../../review/finding-card';
import { useTRPCClient } from '../../trpc-client';
import { Sheet } from '../../ui/page';
import { keyOf } from '../report-key';
import { findingId } from '../report-places';
import { FindingAnswer } from './finding-answer';
import { FindingPlaces } from './finding-places';

const order: Record<Severity, number> = { must_fix: 0, confirm: 1, hint: 2 };

/**
 * What the rules found in the report: must-fix first, hints folded; each leads to its cells or its words. Cells that are blank
 * because units are missing follow from that, and are folded too.
 */
export function FindingsPanel({
  page,
  format,
  onShow,
  onShowText,
}: {
  page: ReportPage;
  format: Format;
  onShow: (cells: readonly CellId[]) => void;
  onShowText: (place: TextPlace) => void;
}) {
  const { report, review } = useWritingMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const sorted = [...page.findings].sort((a, b) => order[a.severity] - order[b.severity]);
  const isBlankForLack = (finding: Finding) => finding.rule === 'b-blank' && page.missing.length > 0;
  const blanks = sorted.filter(isBlankForLack);
  const weighty = sorted.filter((finding) => finding.severity !== 'hint' && !isBlankForLack(finding));
  const hints = sorted.filter((finding) => finding.severity === 'hint');
  const draw = (list: typeof sorted) => (
    <ul className="flex flex-col gap-3">
      {list.map((finding) => (
        <FindingCard
          key={findingKey(finding)}
          id={findingId(finding)}
          finding={finding}
          settled={settledBy(finding, page.explanations)}
          format={format}
          onShow={onShow}
          onShowText={
            finding.place && <FindingPlaces finding={finding} mayEdit={page.verdicts['report.edit'] === 'allowed'} onShow={onShowText} />
          }
        >
          <FindingAnswer page={page} finding={finding} />
          <RuleNotes
            rule={finding.rule}
            notes={page.ruleNotes}
            mayNote={page.verdicts['rule.note'] === 'allowed'}
            onNote={async (text) => {
              await client.report.noteRule.mutate({ ...keyOf(page), rule: finding.rule, text });
              router.refresh();
            }}
          />
        </FindingCard>
      ))}
    </ul>
  );
  return (
    <Sheet title={report.findingsTitle} actions={<CheckReportLinks of={`report/${page.unitId}/${page.year}/${page.scope}`} />}>
      {sorted.length === 0 && <p className="text-body text-muted">{report.noFindings}</p>}
      {draw(weighty)}
      {blanks.length > 0 && (
        <details className="pt-3">
          <summary className="min-h-7 cursor-pointer text-body text-act">{report.blankFindings(blanks.length)}</summary>
          <div className="pt-2">{draw(blanks)}</div>
        </details>
      )}
      {hints.length > 0 && (
        <details className="pt-3">
          <summary className="min-h-7 cursor-pointer text-body text-act">{review.hints(hints.length)}</summary>
          <div className="pt-2">{draw(hints)}</div>
        </details>
      )}
    </Sheet>
  );
}
