import { type FigureBook, figureAt, numberAt } from '../../figures';
import type { CellId } from '../../formats';
import { addFigures } from '../../roll-up';
import type { ChartPoint, ChartValue, ReportChart } from './report-chart';

/** An edition of a year before, of the same organ and scope. Two of one year: the organ was renamed within it, and their flows add up. */
export interface PastYear {
  year: number;
  edition: number;
  contentHash: string;
  figures: FigureBook;
  /** The name the organ had then, when it was renamed since. */
  formerName?: string;
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
export function trendChart(year: number, figures: FigureBook, past: readonly PastYear[], isSoFar = false): ReportChart {
  const before = yearsOfTrend(year).filter((one) => one !== year && past.some((edition) => edition.year === one));
  const books = new Map([...before.map((one): [number, FigureBook] => [one, flowsOf(past, one)]), [year, figures]]);
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
    notes: [
      ...(isSoFar ? [`${year}年：截至目前，不是全年数。`] : []),
      ...(missing.length > 0 ? [`${missing.join('、')}：系统内没有完整的年报定稿版，不绘。`] : []),
      ...renamingNotes(year, past),
    ],
  } as const;
  return {
    ...chart,
    instead: insteadOf(
      knownYears.map((point) => point.label),
      known,
    ),
  };
}

function flowsOf(past: readonly PastYear[], year: number): FigureBook {
  const editions = past.filter((one) => one.year === year).map((one) => one.figures);
  return new Map(series.map(({ cell }) => [cell, addFigures(editions.map((figures) => figureAt(figures, cell)))]));
}

/** `2021年、2022年：取自更名前的示例区商务局。` */
function renamingNotes(year: number, past: readonly PastYear[]): string[] {
  const trend = past.filter((one) => yearsOfTrend(year).includes(one.year));
  const names = [...new Set(trend.map((one) => one.formerName).filter((name) => name !== undefined))];
  return names.map((name) => {
    const years = trend.filter((one) => one.formerName === name).map((one) => one.year);
    const told = years.map((one) => (trend.filter(({ year: of }) => of === one).length > 1 ? `${one}年（年内更名，合计）` : `${one}年`));
    return `${told.join('、')}：取自更名前的${name}。`;
  });
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
