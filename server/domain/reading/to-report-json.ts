import { figureAt, toDecimal } from '../figures';
import { textKeys, usualRowVariant } from '../formats';
import type { ReadReport } from './report-json';

export interface ReportJson {
  kind: 'annual-report';
  format: string;
  scope: string;
  organ: string;
  year: number;
  figures: Record<string, number | string>;
  texts: Record<string, string>;
  /** Only where the rows of （六） are not those the format prescribes. */
  about?: { row_variant: string };
}

/**
 * A report as report JSON, the exact counterpart of `parseReportJson`: figures in table order, money with its printed
 * decimals. 不适用 is 0 in the statutory document and so here; what is not known is left out, never 0.
 */
export function toReportJson({ format, content }: ReadReport): ReportJson {
  const figures: Record<string, number | string> = {};
  for (const cell of format.cells.values()) {
    const figure = figureAt(content.figures, cell.id);
    const value = figure.state === 'not_applicable' ? { value: 0, decimals: 0 } : figure.state === 'number' ? figure : null;
    if (value) figures[cell.id] = cell.quantity === 'count' ? value.value : toDecimal(value.value, cell.quantity, value.decimals);
  }
  const texts: Record<string, string> = {};
  for (const key of textKeys) {
    const text = content.texts[key];
    if (text !== undefined) texts[key] = text;
  }
  return {
    kind: 'annual-report',
    format: format.id,
    scope: content.scope,
    organ: content.organ,
    year: content.year,
    figures,
    texts,
    ...(format.rowVariant === usualRowVariant[format.id] ? {} : { about: { row_variant: format.rowVariant } }),
  };
}
