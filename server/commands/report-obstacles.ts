import { type ReportObstacle, reportObstacles } from '@/server/domain/workflow';
import type { ReportView } from './report-view';
import type { SigningView } from './signing-view';

/**
 * What stands between a report as it is and its edition: the one list for the page, for signing, for finalising, and for all units
 * at once.
 *
 * @param signing how its steps of signing stand; left out where the report itself is judged, before anybody signs it
 */
export function obstaclesOfReport(view: ReportView, signing?: Pick<SigningView, 'standings'>): ReportObstacle[] {
  return reportObstacles({
    format: view.format,
    figures: view.content.figures,
    findings: view.checkRun.findings,
    explanations: view.explanations,
    numbers: view.numbers,
    adjustments: view.adjustments,
    carried: view.carried,
    ...(signing ? { standings: signing.standings } : {}),
  });
}
