import { district } from './district';
import type { Sample } from './sample';

/** An office with one request in the year. */
export const smallest: Sample = {
  ...district,
  name: 'office-2024-one-request',
  organ: '示例区档案馆',
  figures: { 's2.admin_fees': '0' },
  requests: { new_received: [1], granted: [1] },
};
