import { applicantColumns } from '../../formats/applicant-columns';
import { outcomeRows } from '../../formats/request-rows';
import { wholeNumberCheck } from '../whole-numbers';

const rows = ['new_received', 'carried_in', ...outcomeRows('other_three').map((row) => row.key), 'result_total', 'carried_out'];
const noRequests = Object.fromEntries(rows.flatMap((row) => applicantColumns.map((column) => [`s3.${row}.${column}`, 0])));

export const t3Int = wholeNumberCheck({
  id: 't3-int',
  table: 't3',
  source: '国办公开办函〔2021〕30号附件，表三',
  examples: {
    passing: { title: 'a table of zeros', figures: noRequests },
    failing: { title: '−1 request granted', figures: { ...noRequests, 's3.granted.natural_person': -1 } },
    blank: { title: 'one figure of 175', figures: { 's3.granted.natural_person': 1 } },
  },
});
