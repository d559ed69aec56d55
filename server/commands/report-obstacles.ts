import { type ReportObstacle, reportObstacles } from '@/server/domain/workflow';
import type { ReportView } from './report-view';

/** What stands between a report as it is and its edition: the one list for the page, for finalising, and for all units at once. */
export function obstaclesOfReport(view: ReportView): ReportObstacle[] {
  return reportObstacles({
    format: view.format,
    figures: view.content.figures,
    findings: view.checkRun.findings,
    explanations: view.explanations,
    numbers: view.numbers,
    adjustments: view.adjustments,
    carried: view.carried,
  });
}
