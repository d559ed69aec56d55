import { writeCsv } from 'hucre/csv';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { type MeasureKey, measureOf, type Percent, printTenths, printValue } from '@/server/domain/trends';
import type { Trends, UnitTrends } from '@/server/queries/trends';

/** What a measure is called in the files, in the words of the statutory tables. */
export const measureNames: Record<MeasureKey, string> = {
  received: '本年新收政府信息公开申请',
  answered: '本年度办理结果总计',
  carried_out: '结转下年度继续办理',
  open: '予以公开和部分公开',
  denied: '不予公开',
  unable: '无法提供',
  refused: '不予处理',
  other: '其他处理',
  review: '行政复议',
  review_corrected: '行政复议结果纠正',
  litigation: '行政诉讼',
  litigation_corrected: '行政诉讼结果纠正',
  normative_documents: '行政规范性文件现行有效',
  licensing: '行政许可处理决定',
  penalty: '行政处罚处理决定',
  coercion: '行政强制处理决定',
  fees: '行政事业性收费',
};

const scopes = { own_organ: '本机关', consolidated: '汇总' } as const;

/** The trends of one report as shown: one line for each measure and year. A gap is an empty cell. */
export function trendsCsv({ organ, scope, years, series }: Trends): Uint8Array {
  const head = ['机关', '范围', '指标', '计量单位', '年度', '数', '占比', '同比', '来源', '是否部分数据'];
  const rows = series.flatMap(({ measure, points }) =>
    points.map((point, at) => [
      withoutIllegalCharacters(organ),
      scopes[scope],
      measureNames[measure],
      measureOf(measure).unit,
      point.year,
      valueText(measure, point.value),
      percentText(point.share),
      percentText(point.change),
      sourceText(years[at]?.source ?? null),
      point.isLeftOut ? '期末数未齐' : point.value !== null && point.isPartial ? '部分' : '',
    ]),
  );
  return bytesOf([head, ...rows]);
}

/** Units beside each other in one year, as shown. */
export function unitTrendsCsv({ year, measure, units }: UnitTrends): Uint8Array {
  const head = ['单位', '年度', '指标', '计量单位', '数', '占比', '未通过的季度数'];
  const rows = units.map((unit) => [
    withoutIllegalCharacters(unit.unitName),
    year,
    measureNames[measure],
    measureOf(measure).unit,
    valueText(measure, unit.value),
    percentText(unit.share),
    unit.lacks,
  ]);
  return bytesOf([head, ...rows]);
}

/** UTF-8 with a byte order mark for Excel and WPS; a name that looks like a formula cannot run. */
function bytesOf(rows: (string | number)[][]): Uint8Array {
  return new TextEncoder().encode(writeCsv(rows, { bom: true, escapeFormulae: true }));
}

function valueText(measure: MeasureKey, value: number | null): string | number {
  if (value === null) return '';
  return measureOf(measure).isMoney ? printValue(measureOf(measure), value) : value;
}

function percentText(percent: Percent): string {
  if (percent === null) return '';
  if (percent === 'few') return '数量少，不计算';
  return percent === 'unlike' ? '部分数据，不比较' : printTenths(percent.tenths);
}

function sourceText(source: Trends['years'][number]['source']): string {
  if (!source) return '';
  if (source.kind === 'ledger') return '已通过的季度';
  return source.kind === 'imported' ? '导入的年报' : `第${source.number}版`;
}
