import type { EChartsOption } from 'echarts';
import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import { chartFont, ink, textWidth } from './ink';

/** A bar that stands for something can be seen: one case in 3,000 is drawn as if it were one in 150. Its number is the exact one. */
const shortestBar = 1 / 150;

/** Bars below each other with the number and the share behind each. */
export function barsOption({ points }: ReportChart): EChartsOption {
  const values = points.map((point) => point.values[0]);
  const largest = Math.max(...values.map((value) => value?.value ?? 0));
  const room = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text)));
  const numbers = room(values.map((value) => value?.printed ?? ''));
  const shares = room(values.map((value) => value?.share ?? ''));
  return {
    grid: { left: room(points.map((point) => point.label)) + 10, right: 8 + numbers + (shares > 0 ? shares + 10 : 0), top: 2, bottom: 2 },
    xAxis: { type: 'value', show: false, min: 0, max: largest },
    yAxis: {
      type: 'category',
      inverse: true,
      z: 4,
      data: points.map((point) => point.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.line } },
      axisLabel: { color: ink.text, fontSize: chartFont, interval: 0 },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        emphasis: { disabled: true },
        barWidth: '56%',
        showBackground: true,
        backgroundStyle: { color: ink.track },
        itemStyle: { color: ink.first },
        data: values.map((value) => (value?.value ? Math.max(value.value, largest * shortestBar) : 0)),
      },
      {
        // The numbers stand in columns of their own at the right, wherever the bars end.
        type: 'bar',
        silent: true,
        emphasis: { disabled: true },
        barWidth: '56%',
        barGap: '-100%',
        itemStyle: { color: 'none' },
        data: values.map(() => largest),
        label: {
          show: true,
          position: 'right',
          distance: 8,
          textBorderWidth: 0,
          formatter: ({ dataIndex }) => {
            const value = values[dataIndex];
            return `{number|${value?.printed ?? ''}}${shares > 0 ? `{share|${value?.share ?? ''}}` : ''}`;
          },
          rich: {
            number: { color: ink.text, fontSize: chartFont, fontWeight: 'bold', width: numbers, align: 'right' },
            share: { color: ink.muted, fontSize: chartFont, width: shares, align: 'right', padding: [0, 0, 0, 10] },
          },
        },
      },
    ],
  };
}
