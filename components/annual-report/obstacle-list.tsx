'use client';

import { cellName, type Format, getCell } from '@/server/domain/formats';
import type { ReportObstacle } from '@/server/domain/workflow';
import type { ShownSigning } from '@/server/queries/signing';
import { useLanguage, useMessages } from '../messages/messages-provider';
import { Badge } from '../ui/notice';

const mostNames = 6;
const mostNumbers = 20;

/** What stands between the report and its edition: unknown cells in one line, then each finding. */
export function ObstacleList({
  obstacles,
  format,
  signing,
}: {
  obstacles: readonly ReportObstacle[];
  format: Format;
  /** Who is to sign what is not signed. */
  signing?: ShownSigning;
}) {
  const { report, common, prose, adjust, rollOver, signing: words } = useMessages();
  const language = useLanguage();
  const cells = obstacles.flatMap((one) => (one.kind === 'not_filled' || one.kind === 'unreadable' ? [one.cell] : []));
  const names = cells.slice(0, mostNames).map((cell) => cellName(getCell(format, cell)));
  const untyped = obstacles.flatMap((one) => (one.kind === 'untyped_number' ? [one.place.snippet] : []));
  return (
    <ul className="flex flex-col gap-2 text-[15px] leading-6">
      {cells.length > 0 && (
        <li>
          <Badge tone="seal">{report.obstacle.cells(cells.length)}</Badge>
          <p>
            {names.join(report.comma)}
            {cells.length > mostNames && report.obstacle.cellsMore(cells.length)}
          </p>
        </li>
      )}
      {obstacles.map((one) =>
        one.kind === 'adjustment' ? (
          <li key={one.adjustmentId}>
            <Badge tone="seal">{adjust.obstacle[one.state]}</Badge> {cellName(getCell(format, one.cell))}
          </li>
        ) : null,
      )}
      {obstacles.map((one) =>
        one.kind === 'must_fix' || one.kind === 'confirm' ? (
          <li key={one.finding.boundTo}>
            <Badge tone={one.kind === 'must_fix' ? 'seal' : 'confirm'}>{common.severities[one.kind]}</Badge> {one.finding.message[language]}
            {one.kind === 'must_fix' && one.exception && <span className="text-muted">{report.obstacle.unsigned}</span>}
          </li>
        ) : null,
      )}
      {obstacles.map((one) =>
        one.kind === 'carried_paragraph' ? (
          <li key={one.paragraphId}>
            <Badge tone="confirm">{rollOver.mark.obstacle(report.textLabels[one.key], one.fromYear)}</Badge>{' '}
            {one.oldYears.length > 0 && rollOver.mark.obstacleYears(one.oldYears.join(report.comma))}
            <p lang="zh-CN" className="truncate">
              “{one.printed}”
            </p>
          </li>
        ) : null,
      )}
      {untyped.length > 0 && (
        <li>
          <Badge tone="confirm">{prose.panel.untyped(untyped.length)}</Badge>
          <p>{untyped.slice(0, mostNumbers).join(report.comma)}</p>
        </li>
      )}
      {obstacles.map((one) =>
        one.kind === 'broken_number' ? (
          <li key={`${one.place.text} ${one.place.start}`}>
            <Badge tone="seal">{report.textLabels[one.place.text]}</Badge> {prose.problems[one.problem]}
          </li>
        ) : null,
      )}
      {obstacles.map((one) =>
        one.kind === 'signature' ? (
          <li key={one.step}>
            <Badge tone={one.state === 'lapsed' ? 'confirm' : 'plain'}>{words.states[one.state]}</Badge>{' '}
            {words.obstacle[one.state](
              one.name,
              (signing?.steps.find(({ step }) => step.key === one.step)?.holders ?? []).join(common.listComma),
            )}
          </li>
        ) : null,
      )}
    </ul>
  );
}
