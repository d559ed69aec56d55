import { expect, test } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { quarterWord } from './quarter-word';

test.each([
  ['本年制发件数', 3, 'this_quarter'],
  ['一、本年新收政府信息公开申请数量', 1, 'this_quarter'],
  ['二、上年结转政府信息公开申请数量', 3, 'from_last_quarter'],
  ['二、上年结转政府信息公开申请数量', 1, null],
  ['四、结转下年度继续办理', 3, 'to_next_quarter'],
  ['四、结转下年度继续办理', 4, null],
  ['现行有效件数', 2, null],
] as const)('%s in quarter %i', (printed, quarter, word) => {
  expect(quarterWord(printed, quarter)).toBe(word);
});

test.each(['2021', '2019'] as const)('every 本年 and 结转 of the %s tables is told for what it means in the second quarter', (id) => {
  const words = getFormat(id).tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.text ?? '')));
  const about = words.filter((text) => /本年|上年|结转/.test(text));
  expect(about.length).toBeGreaterThan(3);
  for (const text of about) expect([text, quarterWord(text, 2)]).not.toEqual([text, null]);
});
