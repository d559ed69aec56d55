import { city } from './city';
import type { Sample } from './sample';

/** A province: the widest figures the narrow columns must hold on one line. */
export const widest: Sample = {
  ...city,
  name: 'province-2023-widest-figures',
  organ: '示例省人民政府',
  figures: {
    ...city.figures,
    's2.licensing_decisions': 128085951,
    's2.admin_fees': '8159237.244901',
    's4.review.upheld': 12309,
    's4.review.other': 138888,
    's4.litigation_after_review.pending': 10009,
  },
  requests: {
    ...city.requests,
    new_received: [340299, 99999, 12345, 4000, 15000, 100001],
    granted: [1175000, 12000, 0, 3, 1, 0],
    carried_out: [111118, 3],
  },
};
