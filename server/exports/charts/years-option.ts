import type { BarSeriesOption, EChartsOption } from 'echarts';
import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import { chartFont, ink, textWidth } from './ink';

/** Told apart without colour: full bars and hatched ones. */
const looks = [
  { text: ink.first, bar: { color: ink.first, borderColor: ink.first, borderWidth: 1 } },
  {
    text: ink.second,
    bar: {
      color: ink.paper,
      borderColor: ink.second,
      borderWidth: 1,
      decal: { symbol: 'rect', color: ink.second, dashArrayX: [1, 0], dashArrayY: [1.5, 3.5], rotation: -Math.PI / 4 },
    },
  },
] as const;
const sides = 12;

/** The width at which no number touches its neighbour. */
export function roomForYears({ points }: ReportChart): number {
  const values = points.flatMap((point) => point.values);
  return 2 * sides + values.length * (Math.max(...values.map((value) => textWidth(value.printed))) + 5);
}

/** A pair of bars for each year with the number on each. A year that is not known has none, and the word for it below the axis. */
export function yearsOption({ points, series }: ReportChart): EChartsOption {
  const largest = Math.max(1, ...points.flatMap((point) => point.values.map((value) => value.value ?? 0)));
  return {
    legend: {
      top: 0,
      right: 4,
      itemGap: 18,
      itemWidth: 22,
      itemHeight: 11,
      selectedMode: false,
      textStyle: { color: ink.text, fontSize: chartFont },
    },
    grid: { left: sides, right: sides, top: 42, bottom: 40 },
    yAxis: { type: 'value', show: false, min: 0, max: largest },
    xAxis: {
      type: 'category',
      z: 4,
      data: points.map((point) => axisLabel(point, series)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.line } },
      axisLabel: { color: ink.text, fontSize: chartFont, lineHeight: 15, interval: 0, margin: 8 },
    },
    series: series.map((name, index): BarSeriesOption => {
      const look = looks[index] ?? looks[0];
      return {
        type: 'bar',
        name,
        silent: true,
        emphasis: { disabled: true },
        barMaxWidth: 44,
        barCategoryGap: '18%',
        barGap: '12%',
        itemStyle: look.bar as BarSeriesOption['itemStyle'],
        label: {
          show: true,
          position: 'top',
          distance: 4,
          color: look.text,
          fontSize: chartFont,
          fontWeight: 'bold',
          textBorderWidth: 0,
          formatter: ({ dataIndex }) => points[dataIndex]?.values[index]?.printed ?? '',
        },
        data: points.map(({ values }) => values[index]?.value ?? '-'),
      };
    }),
  };
}

/** `2021年` over `暂缺`; where only one of the two is not known, over `办结未填`. */
function axisLabel({ label, values }: ReportChart['points'][number], series: readonly string[]): string {
  const unknown = values.flatMap(({ value, printed }, index) => (value === null ? [{ name: series[index] ?? '', printed }] : []));
  if (unknown.length === 0) return label;
  return `${label}\n${unknown.length === values.length ? unknown[0]?.printed : unknown.map((one) => one.name + one.printed).join('')}`;
}
