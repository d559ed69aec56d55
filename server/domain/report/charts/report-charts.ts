import type { FigureBook } from '../../figures';
import type { Format } from '../../formats';
import { applicantsChart } from './applicants-chart';
import { outcomesChart } from './outcomes-chart';
import type { ReportChart } from './report-chart';
import { type PastYear, trendChart } from './trend-chart';

export interface ChartSource {
  format: Format;
  year: number;
  figures: FigureBook;
  /** Editions of the years before, of the same organ and scope; whatever is older than the trend is passed over. */
  past: readonly PastYear[];
}

/** The charts of a report, in the order they are shown. To add one: a file beside this one, its key in `ChartKey`, one line here. */
export function reportCharts({ format, year, figures, past }: ChartSource): ReportChart[] {
  return [outcomesChart(format, figures), applicantsChart(figures), trendChart(year, figures, past)];
}
