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
  /** The year is under way: nothing of it is called that of a whole year. */
  isSoFar?: boolean;
}

/** The charts of a report, in the order they are shown. To add one: a file beside this one, its key in `ChartKey`, one line here. */
export function reportCharts({ format, year, figures, past, isSoFar = false }: ChartSource): ReportChart[] {
  return [outcomesChart(format, figures, isSoFar), applicantsChart(figures, isSoFar), trendChart(year, figures, past, isSoFar)];
}
