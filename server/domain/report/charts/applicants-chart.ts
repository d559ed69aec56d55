import type { FigureBook } from '../../figures';
import { applicantKinds } from '../../formats/applicant-columns';
import { compositionChart } from './make-up';
import type { ReportChart } from './report-chart';

/** Who asked: the requests received in the year by the six columns of table 三. */
export function applicantsChart(figures: FigureBook, isSoFar = false): ReportChart {
  return compositionChart({
    key: 'applicants',
    title: '申请人类型',
    pointsAre: '申请人',
    series: '新收',
    figures,
    parts: applicantKinds.map(({ key, label, group }) => ({
      label: group && label === '其他' ? '其他组织' : label,
      cells: [`s3.new_received.${key}`],
    })),
    total: 's3.new_received.total',
    totalIs: isSoFar ? '目前新收' : '全年新收',
  });
}
