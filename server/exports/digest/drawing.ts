import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import { drawChart } from '../charts/draw-chart';
import { roomForYears } from '../charts/years-option';

const fonts = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", SimHei, sans-serif';
/** As wide as a telephone, so that a chart's words are not drawn smaller there. */
const narrow = 400;

/** A chart as a page shows it: the portal's, and that of the report under work. */
export interface PageDrawing {
  /** Null where there is nothing to draw. */
  svg: string | null;
  /** Wider than a telephone: it scrolls in a box of its own. */
  isWide: boolean;
}

export async function pageDrawing(chart: ReportChart): Promise<PageDrawing> {
  const isYears = chart.shape === 'years';
  const width = isYears ? Math.max(narrow, roomForYears(chart)) : narrow;
  return { svg: await drawChart(chart, { width, height: isYears ? 220 : 196 }, fonts), isWide: width > narrow * 1.25 };
}
