import { type FigureBook, sumAt } from '../../figures';
import type { CellId } from '../../formats';
import { compare, percent, printDecimal, whole } from '../../narrative/decimal';
import type { ChartPoint, ReportChart } from './report-chart';

/** Below so many cases a share tells of chance and not of work: 1 of 3 is no 33.3 %. */
export const smallSample = 20;

interface MakeUp extends Pick<ReportChart, 'key' | 'title' | 'pointsAre'> {
  series: string;
  figures: FigureBook;
  parts: readonly { label: string; cells: readonly CellId[] }[];
  /** The total that the table prints. */
  total: CellId;
  /** `全年办结` in `全年办结84件。` */
  totalIs: string;
}

/**
 * What a whole is made of, as bars with their exact counts and, from `smallSample` cases on, their shares of what is drawn. A part that is
 * not known leaves the whole undrawn: the other bars would look like all there is.
 */
export function compositionChart({ figures, parts, total, totalIs, series, ...rest }: MakeUp): ReportChart {
  const values = parts.map((part) => sumAt(figures, part.cells));
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const isKnown = values.every((value) => value !== null);
  const hasShares = isKnown && sum >= smallSample;
  const shares = values.map((value) => (hasShares ? shareOf(value ?? 0, sum) : null));
  const points = parts.map(
    ({ label, cells }, index): ChartPoint => ({
      label,
      values: [{ value: values[index] ?? null, printed: String(values[index] ?? '未填'), share: shares[index] ?? null, cells }],
    }),
  );
  const chart = { ...rest, shape: 'bars', series: [series], points } as const;
  if (!isKnown) return { ...chart, notes: [], instead: '有数尚未填报或者无法识别，暂不绘图。' };
  const stated = sumAt(figures, [total]);
  const differs = stated !== null && stated !== sum ? [`表中总计为${stated}件，与各项之和${sum}件不一致。`] : [];
  if (sum === 0) return { ...chart, notes: differs, instead: `${totalIs}0件，各项均为0。` };
  const small = hasShares ? [] : [`总数不足${smallSample}件，只列件数，不计占比。`];
  return { ...chart, notes: [`${totalIs}${sum}件。`, ...small, ...roundedNote(values, sum, hasShares), ...differs], instead: null };
}

/** One decimal, half up; what is there is never rounded to nothing, nor a part to the whole. */
export function shareOf(value: number, sum: number): string {
  const exact = percent(whole(value), whole(sum), 1);
  if (value > 0 && exact.unscaled === 0) return '<0.1%';
  if (value < sum && compare(exact, whole(100)) === 0) return '>99.9%';
  return `${printDecimal(exact)}%`;
}

/** Shares that are rounded one by one may miss 100.0; then the reader is told so. */
function roundedNote(values: readonly (number | null)[], sum: number, hasShares: boolean): string[] {
  if (!hasShares) return [];
  const printed = values.reduce<number>((all, value) => all + percent(whole(value ?? 0), whole(sum), 1).unscaled, 0);
  return printed === 1000 ? [] : ['占比经四舍五入，合计可能不等于100%。'];
}
