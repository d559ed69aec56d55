import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import type { ChartSize } from '../charts/draw-chart';

/** On the sheet of A4, in CSS pixels: bars take half of its width, years all of it. */
export const chartSize: Record<ReportChart['shape'], ChartSize> = {
  bars: { width: 320, height: 170 },
  years: { width: 670, height: 164 },
};
