import { city } from './city';
import type { Sample } from './sample';

/** A consolidated draft with units missing, cells open and a chapter not yet written. */
export const draft: Sample = {
  ...city,
  name: 'county-2025-draft',
  organ: '示例县人民政府',
  year: 2025,
  edition: null,
  figures: {
    's2.normative_documents.issued': 69,
    's2.normative_documents.repealed': 3,
    's2.normative_documents.in_force': 665,
    's2.licensing_decisions': 2293,
    's2.penalty_decisions': 1282,
    's2.coercion_decisions': 42,
    's4.review.upheld': 1,
    's4.review.other': 2,
    's4.litigation_direct.upheld': 12,
  },
  requests: {
    new_received: [64, 0, 0, 2, 0, 4],
    granted: [27, 0, 0, 2, 0, 1],
    partially_granted: [5],
    denied_internal_affairs: [1],
    denied_enforcement_file: [6],
    denied_admin_query: [1],
    unable_not_held: [22, 0, 0, 0, 0, 3],
    other_misc: [1],
    carried_out: [1],
  },
  open: ['s2.admin_fees', 's3.refused_repeat.natural_person', 's3.refused_repeat.other_org', 's4.litigation_after_review.pending'],
  missingUnits: [{ unit: '县市场监督管理局' }, { unit: '县城市管理综合行政执法局' }, { unit: '临江街道办事处' }],
  reportedUnits: { n: 38, m: 41 },
  texts: { preamble: ofCounty(city.texts.preamble), '1': ofCounty(city.texts['1']) },
};

function ofCounty(text = ''): string {
  return text.replaceAll('示例市', '示例县').replaceAll('全市', '全县').replaceAll('2023', '2025');
}
