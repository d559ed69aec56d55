import type { GivenSignature, StepStanding } from '@/server/domain/signing';
import { type ReportObstacle, reportObstacles } from '@/server/domain/workflow';
import type { ReportView } from './report-view';

/**
 * What stands between a report and its edition. One place that knows all of it, so that what is signed, shown and finalised is judged
 * alike.
 *
 * @param standings absent: what must be settled before anybody signs
 */
export function obstaclesOfReport(view: ReportView, standings: readonly StepStanding<GivenSignature>[] = []): ReportObstacle[] {
  return reportObstacles({
    format: view.format,
    texts: view.content.texts,
    figures: view.content.figures,
    findings: view.checkRun.findings,
    explanations: view.explanations,
    numbers: view.numbers,
    adjustments: view.adjustments,
    carried: view.carried,
    standings,
  });
}
