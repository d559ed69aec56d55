import type { CellId } from '../../formats';

/**
 * A chart of a report before anybody draws it: what it is called, which exact numbers it shows and what is said where nothing can be
 * drawn. Every face draws from this and decides nothing, so a number in a picture is the number in the table.
 */
export interface ReportChart {
  key: ChartKey;
  title: string;
  /** bars: one series, a bar for each point. years: a pair of bars for each year. */
  shape: 'bars' | 'years';
  /** What the points are, the head of the first column where the chart is read as a table. */
  pointsAre: string;
  /** All charts count 件. */
  series: readonly string[];
  points: readonly ChartPoint[];
  /** Lines below the chart: the sum, a small sample, years without an edition. */
  notes: readonly string[];
  /** Said in place of a drawing: everything is 0, or a figure is not known yet. Null where it is drawn. */
  instead: string | null;
}

export type ChartKey = 'outcomes' | 'applicants' | 'trend';

export interface ChartPoint {
  label: string;
  /** One for each series. */
  values: readonly ChartValue[];
}

export interface ChartValue {
  /** Cases; null is not known and is never drawn as 0. */
  value: number | null;
  /** As every face prints it: the number, or why there is none. */
  printed: string;
  /** `44.0%`; null where shares say nothing. */
  share: string | null;
  /** What it is the sum of, in the report of its own year. */
  cells: readonly CellId[];
}

/** The chart in one breath, for whoever does not see it: `办理结果，单位：件。予以公开37件，占44.0%；……。` */
export function chartSentence({ title, series, points, notes, instead }: ReportChart): string {
  if (instead !== null) return `${title}。${instead}`;
  const said = points.map(({ label, values }) =>
    values
      .map(({ value, printed, share }, index) => {
        const name = `${label}${series.length > 1 ? (series[index] ?? '') : ''}`;
        return value === null ? `${name}${printed}` : `${name}${printed}件${share === null ? '' : `，占${share}`}`;
      })
      .join('，'),
  );
  return `${title}，单位：件。${said.join('；')}。${notes.join('')}`;
}
