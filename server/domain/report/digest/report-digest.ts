import type { CellId } from '../../formats';
import type { Scope } from '../../subject';
import type { ReportChart } from '../charts/report-chart';

/**
 * The one-page 图解 of a report before anybody draws it: key figures as the tables print them, charts, and where all of it comes from.
 */
export interface ReportDigest {
  organ: string;
  year: number;
  scope: Scope;
  /** Null for a draft, which every face marks 草稿. */
  edition: number | null;
  contentHash: string;
  /** The organ in lines, then the name of the page. */
  title: readonly string[];
  /** `统计期限：2024年1月1日至12月31日　　统计范围：汇总` */
  period: string;
  /** Units that are not in the whole; null when all are. */
  partial: string | null;
  disclosure: DigestSection<DigestCard>;
  requests: { title: string; balance: RequestBalance; charts: readonly ReportChart[] };
  disputes: DigestSection<DigestCard>;
  /** Which edition the figures are of and which ones the trend rests on. */
  sources: readonly string[];
}

export interface DigestSection<T> {
  title: string;
  cards: readonly T[];
}

export interface DigestCard {
  title: string;
  figures: readonly DigestFigure[];
}

export interface DigestFigure {
  cell: CellId;
  label: string;
  /** As the table prints it; 未填 where a draft has nothing yet. */
  printed: string;
  /** Empty behind words. */
  unit: string;
}

/** 上年结转 + 本年新收 = 本年办结 + 结转下年. */
export interface RequestBalance {
  figures: readonly DigestFigure[];
  /** False where the printed figures do not add up, or one is not known: then no = is printed between them. */
  holds: boolean;
}
