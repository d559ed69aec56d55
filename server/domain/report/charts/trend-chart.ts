import { type FigureBook, numberAt } from '../../figures';
import type { CellId } from '../../formats';
import type { ChartPoint, ChartValue, ReportChart } from './report-chart';

/** An edition of a year before, of the same organ and scope. */
export interface PastYear {
  year: number;
  edition: number;
  contentHash: string;
  figures: FigureBook;
}

export const trendYears = 5;

const series: readonly { name: string; cell: CellId }[] = [
  { name: '新收', cell: 's3.new_received.total' },
  { name: '办结', cell: 's3.result_total.total' },
];

/** The years a trend looks at, the oldest first; the last is the report's own. */
export function yearsOfTrend(year: number): number[] {
  return Array.from({ length: trendYears }, (_, index) => year - trendYears + 1 + index);
}

/**
 * Requests received and answered over five years. A year without an edition is named as missing and leaves a gap,
 * never a 0.
 */
export function trendChart(year: number, figures: FigureBook, past: readonly PastYear[]): ReportChart {
  const books = new Map([...past.map((one): [number, FigureBook] => [one.year, one.figures]), [year, figures]]);
  const points = yearsOfTrend(year).map((one) => pointOf(one, books.get(one), one === year));
  const missing = points.filter((_, index) => !books.has(year - trendYears + 1 + index)).map((point) => point.label);
  const known = points.flatMap((point) => point.values.map((value) => value.value)).filter((value) => value !== null);
  const knownYears = points.filter((point) => point.values.some((value) => value.value !== null));
  const chart = {
    key: 'trend',
    title: '近五年申请和办结',
    shape: 'years',
    pointsAre: '年度',
    series: series.map((one) => one.name),
    points,
    notes: missing.length > 0 ? [`${missing.join('、')}：系统内没有年报定稿版，不绘。`] : [],
  } as const;
  return {
    ...chart,
    instead: insteadOf(
      knownYears.map((point) => point.label),
      known,
    ),
  };
}

function pointOf(year: number, book: FigureBook | undefined, isOwn: boolean): ChartPoint {
  return {
    label: `${year}年`,
    values: series.map(({ cell }): ChartValue => {
      const value = book ? numberAt(book, cell) : null;
      const printed = value === null ? (isOwn ? '未填' : book ? '不详' : '暂缺') : String(value);
      return { value, printed, share: null, cells: [cell] };
    }),
  };
}

function insteadOf(years: readonly string[], values: readonly number[]): string | null {
  const [only] = years;
  if (only === undefined) return '各年的数均不详，不绘图。';
  if (years.length === 1) return `只有${only}的数，尚不能比较，不绘图。`;
  return values.every((value) => value === 0) ? `${years.join('、')}新收和办结均为0件。` : null;
}
