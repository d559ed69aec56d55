import { city } from './city';
import type { Sample } from './sample';

const remarked = [
  'new_received',
  'granted',
  'partially_granted',
  'denied_law_prohibited',
  'denied_enforcement_file',
  'unable_not_held',
  'refused_petition_complaint',
  'refused_repeat',
  'other_no_correction',
  'other_misc',
  'carried_out',
];

/** Remarks so long that table 三 takes three pages, and a note that names many units. */
export const crowded: Sample = {
  ...city,
  name: 'city-2023-crowded',
  reportedUnits: { n: 57, m: 120 },
  missingUnits: Array.from({ length: 63 }, (_, index) => ({ unit: `示例市第${index + 1}街道办事处` })),
  notes: {
    ...Object.fromEntries(remarked.map((row) => [`s3.${row}.natural_person`, '含上年度结转后按补正内容重新登记办理的各类申请共17件'])),
    t2: '本年制发件数含修订。',
    t3: '申请以受理日期统计。\n由市政府办公室统一登记后转各单位办理的只计一次。',
  },
};

/** As the city's, with a note under each table and no remarks: what just fits on a page. */
export const shortlyNoted: Sample = {
  ...city,
  name: 'city-2023-short-notes',
  notes: { t2: '本年制发件数含修订。', t3: '申请以受理日期统计。', t4: '复议以结案日期统计。' },
};
