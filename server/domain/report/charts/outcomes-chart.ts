import type { FigureBook } from '../../figures';
import type { CellId, Format } from '../../formats';
import { outcomeRows } from '../../formats/request-rows';
import { compositionChart } from './make-up';
import type { ReportChart } from './report-chart';

/** The six kinds of outcome of table 三, with the beginnings of the keys of their rows. */
const outcomes = [
  { label: '予以公开', rows: /^granted$/ },
  { label: '部分公开', rows: /^partially_granted$/ },
  { label: '不予公开', rows: /^denied_/ },
  { label: '无法提供', rows: /^unable_/ },
  { label: '不予处理', rows: /^refused_/ },
  { label: '其他处理', rows: /^other_/ },
] as const;

/** What became of the requests answered in the year. @source 国办公开办函〔2021〕30号, table of section 三, rows （一） to （七） */
export function outcomesChart(format: Format, figures: FigureBook, isSoFar = false): ReportChart {
  const keys = outcomeRows(format.rowVariant).map((row) => row.key);
  return compositionChart({
    key: 'outcomes',
    title: '申请办理结果',
    pointsAre: '办理结果',
    series: '办结',
    figures,
    parts: outcomes.map(({ label, rows }) => ({
      label,
      cells: keys.filter((key) => rows.test(key)).map((key): CellId => `s3.${key}.total`),
    })),
    total: 's3.result_total.total',
    totalIs: isSoFar ? '目前办结' : '全年办结',
  });
}
