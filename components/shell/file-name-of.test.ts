import { expect, it } from 'vitest';
import { fileNameOf } from './file-name-of';

it.each([
  [`attachment; filename="report.docx"; filename*=UTF-8''2025%E5%B9%B4%E6%8A%A5.docx`, '2025年报.docx'],
  [`attachment; filename*=UTF-8''a%ZZ.csv`, 'a%ZZ.csv'],
  ['attachment', 'draft.pdf'],
  [null, 'draft.pdf'],
])('a download sent as %s is named %s', (disposition, name) => {
  expect(fileNameOf(disposition, '/files/reports/u/2025/own_organ/draft.pdf')).toBe(name);
});
