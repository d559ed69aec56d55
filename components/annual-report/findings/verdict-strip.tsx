'use client';

import { countCards } from '@/server/domain/checks/gather-repeated';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Badge } from '../../ui/notice';
import { countMissing } from '../paper/missing-units';
import type { ReportPanel } from '../report-places';

/** Where the report stands, in one line: units, findings, what is left, and the way to the list of it. */
export function VerdictStrip({
  page: { unitCount, missing, counts, obstacles, findings, explanations, untouchedSince },
  onLead,
}: {
  page: ReportPage;
  onLead: (place: ReportPanel) => void;
}) {
  const { report } = useWritingMessages();
  const cards = countCards(findings, explanations);
  return (
    <section
      aria-label={report.verdictTitle}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 rounded border border-hairline bg-paper px-4 py-2.5 text-body leading-6"
    >
      <Badge tone={missing.length === 0 ? 'done' : 'wrong'}>{report.verdictUnits(unitCount - countMissing(missing), unitCount)}</Badge>
      <span>{report.verdictCounts(cards.must_fix, cards.confirm, cards.answered, cards.hint)}</span>
      <span className="text-muted">{report.verdictPassed(counts.passed, counts.not_checkable)}</span>
      {untouchedSince !== null ? (
        <strong className="ml-auto font-semibold text-done">
          <Icon name="done" className="mr-1" />
          {report.untouched(untouchedSince)}
        </strong>
      ) : obstacles.length === 0 ? (
        <strong className="ml-auto font-semibold">{report.ready}</strong>
      ) : (
        <Button look="way" className="ml-auto font-semibold" onClick={() => onLead('finalise')}>
          {report.obstaclesLeft(obstacles.length)}
        </Button>
      )}
    </section>
  );
}
