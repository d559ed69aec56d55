import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowHeight, rowsOf } from './row-height';

const room = 84;
const tallest = 409;

test('a row is as high as its lines, and never higher than a workbook allows', () => {
  expect(rowHeight('一句话。', room)).toBe(18);
  expect(rowHeight('', room)).toBe(18);
  expect(rowHeight('字'.repeat(43), room)).toBe(32);
  expect(rowHeight('字'.repeat(5_000), room)).toBeLessThanOrEqual(tallest);
});

test('a long paragraph is parted where a sentence ends', () => {
  const sentence = `${'办理申请时限明确'.repeat(20)}。`;
  const rows = rowsOf(sentence.repeat(12), room);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.every((row) => row.endsWith('。'))).toBe(true);
});

test('nothing is lost, and every row shows all of its lines', () => {
  const text = fc.string({ unit: fc.constantFrom('字', '，', '。', '；', 'a', '7', ' ', '𠮷'), maxLength: 4_000 });
  fc.assert(
    fc.property(text, (paragraph) => {
      const rows = rowsOf(paragraph, room);
      expect(rows.join('')).toBe(paragraph);
      for (const row of rows) expect(rowHeight(row, room)).toBe(rowHeight(row, room * 1_000) + (lines(row) - 1) * 14);
    }),
    { numRuns: 60 },
  );
});

function lines(row: string): number {
  return Math.max(1, Math.ceil([...row].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0) / room));
}
