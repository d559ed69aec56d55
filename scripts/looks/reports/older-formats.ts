import { city } from './city';
import { district } from './district';
import type { Sample } from './sample';

/** Reports on 2019 and 2020: five sub-tables in table 二, one row 其他处理. */
export const format2019: Sample = {
  ...district,
  name: 'office-2019-format-2019',
  format: '2019',
  rowVariant: 'other_single',
  organ: '示例市人民政府办公厅',
  year: 2019,
  figures: {
    's2.regulations.made': 13,
    's2.regulations.published': 13,
    's2.regulations.public_total': 524,
    's2.normative_documents.made': 60,
    's2.normative_documents.published': 60,
    's2.normative_documents.public_total': 368,
    's2.licensing.prev_items': 62,
    's2.licensing.change': -4,
    's2.licensing.decisions': 11820,
    's2.admin_fees.prev_items': 3,
    's2.procurement.items': 6,
    's2.procurement.amount_yuan': '251000.50',
    's4.review.upheld': 5,
    's4.review.pending': 2,
    's4.litigation_direct.upheld': 8,
    's4.litigation_direct.pending': 1,
  },
  requests: {
    new_received: [821, 35, 0, 0, 2, 1],
    carried_in: [18],
    granted: [258, 12, 0, 0, 1, 1],
    partially_granted: [3],
    denied_state_secret: [14],
    denied_internal_affairs: [5],
    denied_process_info: [3, 1],
    denied_admin_query: [10, 2],
    unable_not_held: [252, 12, 0, 0, 1],
    unable_needs_creation: [44, 3],
    unable_unclear_after_correction: [25],
    refused_petition_complaint: [148, 1],
    refused_repeat: [5, 4],
    carried_out: [72],
  },
  texts: Object.fromEntries(Object.entries(district.texts).map(([key, text]) => [key, text.replaceAll('2024', '2019')])),
};

/** The tables of 2021 with the one row 其他处理 of 2019, as some organs still publish them. */
export const singleRow: Sample = {
  ...city,
  name: 'city-2023-single-row',
  rowVariant: 'other_single',
  requests: withOneOtherRow(city.requests),
};

function withOneOtherRow({ other_no_correction, other_fee_unpaid, other_misc, ...rest }: Sample['requests']): Sample['requests'] {
  const parts = [other_no_correction, other_fee_unpaid, other_misc];
  return { ...rest, other_single: [0, 1, 2, 3, 4, 5].map((column) => parts.reduce((sum, part) => sum + (part?.[column] ?? 0), 0)) };
}
