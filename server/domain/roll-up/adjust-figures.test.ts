import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, figureAt, notApplicable, numberAt, withComputed } from '@/server/domain/figures';
import { getFormat, leafCells } from '@/server/domain/formats';
import { type AdjustmentLine, adjustFigures, mayBeAdjusted } from './adjust-figures';
import { aBook, anyBook } from './testing/a-book';

const format = getFormat('2021');
const received = 's3.new_received.natural_person';
const total = 's3.new_received.total';
const adjustable = leafCells(format).filter((cell) => mayBeAdjusted(format, cell.id));

function aLine(line: Partial<AdjustmentLine>): AdjustmentLine {
  return { id: 'a', cell: received, value: 3, decimals: 0, writtenBy: 'w', countersignedBy: 's', isWithdrawn: false, ...line };
}

const anyLine: fc.Arbitrary<AdjustmentLine> = fc.record({
  id: fc.uuid(),
  cell: fc.constantFrom(...adjustable.map((cell) => cell.id)),
  value: fc.integer({ min: -1000, max: 1000 }).filter((value) => value !== 0),
  decimals: fc.constant(0),
  writtenBy: fc.constant('w'),
  countersignedBy: fc.constantFrom('s', 'w', null),
  isWithdrawn: fc.boolean(),
});

describe('adjusting the figures of a report', () => {
  const sums = withComputed(format, aBook({ [received]: 22, ...zeros(received) }));

  it('adds a signed line to its cell, and the totals follow', () => {
    const { figures, counted } = adjustFigures(format, sums, [aLine({})]);
    expect([numberAt(figures, received), numberAt(figures, total), counted]).toEqual([25, 25, ['a']]);
    expect(numberAt(sums, received)).toBe(22);
  });

  it('moves nothing for a line that nobody, or only its writer, has signed', () => {
    for (const countersignedBy of [null, 'w']) {
      const adjusted = adjustFigures(format, sums, [aLine({ countersignedBy })]);
      expect([adjusted.figures, adjusted.unsigned, adjusted.counted]).toEqual([sums, ['a'], []]);
    }
  });

  it('leaves out what would make a figure negative, and says so', () => {
    const below = adjustFigures(format, sums, [aLine({ value: -23 })]);
    expect([below.figures, below.impossible]).toEqual([sums, ['a']]);
    const together = adjustFigures(format, sums, [aLine({ value: -23 }), aLine({ id: 'b', value: 1 })]);
    expect([numberAt(together.figures, received), together.counted]).toEqual([0, ['a', 'b']]);
  });

  it('never fills a sum that is not known, and counts 不适用 as 0', () => {
    expect(adjustFigures(format, new Map(), [aLine({})])).toMatchObject({ figures: new Map(), impossible: ['a'] });
    const { figures } = adjustFigures(format, new Map([[received, notApplicable]]), [aLine({})]);
    expect(figureAt(figures, received)).toEqual(count(3));
  });

  it('keeps the decimals of money: 1.2625 万元 less 0.0125 is 1.2500', () => {
    const money = new Map([['s2.admin_fees', { state: 'number', value: 1_262_500, decimals: 4 } as const]]);
    const { figures } = adjustFigures(format, money, [aLine({ cell: 's2.admin_fees', value: -12_500, decimals: 4 })]);
    expect(figureAt(figures, 's2.admin_fees')).toEqual({ state: 'number', value: 1_250_000, decimals: 4 });
  });

  it.each([total, 's4.review.pending_opening', 'no.such.cell'])('takes no line on %s, which is computed or not printed', (cell) => {
    expect(mayBeAdjusted(format, cell)).toBe(false);
    expect(adjustFigures(format, sums, [aLine({ cell })])).toMatchObject({ figures: sums, impossible: ['a'] });
  });

  it('is the identity without a line that counts', () => {
    fc.assert(
      fc.property(anyBook(format, { withUnknown: true }), fc.array(anyLine, { maxLength: 5 }), (book, lines) => {
        const before = withComputed(format, book);
        const idle = lines.map((line) => ({ ...line, isWithdrawn: true }));
        expect(adjustFigures(format, before, idle)).toEqual({ figures: before, counted: [], unsigned: [], impossible: [] });
        expect(adjustFigures(format, before, []).figures).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('always adds computed cells up again, never goes below nought, and does not depend on the order of lines', () => {
    fc.assert(
      fc.property(anyBook(format, { withUnknown: true }), fc.array(anyLine, { maxLength: 8 }), (book, lines) => {
        const before = withComputed(format, book);
        const { figures, counted, unsigned, impossible } = adjustFigures(format, before, lines);
        expect(figures).toEqual(withComputed(format, figures));
        expect(adjustFigures(format, before, [...lines].reverse()).figures).toEqual(figures);
        expect(counted.length + unsigned.length + impossible.length).toBe(lines.filter((line) => !line.isWithdrawn).length);
        for (const cell of adjustable) {
          const own = lines.filter((line) => line.cell === cell.id && counted.includes(line.id));
          if (own.length === 0) expect(figureAt(figures, cell.id)).toEqual(figureAt(before, cell.id));
          else {
            const change = own.reduce((sum, line) => sum + line.value, 0);
            expect(numberAt(figures, cell.id)).toBe((numberAt(before, cell.id) ?? Number.NaN) + change);
            expect(numberAt(figures, cell.id)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** The other columns of a row are 0, so that its total is known. */
function zeros(id: string): Record<string, number> {
  const row = id.slice(0, id.lastIndexOf('.'));
  const others = leafCells(format).filter((cell) => cell.id.startsWith(`${row}.`) && cell.id !== id);
  return Object.fromEntries(others.map((cell) => [cell.id, 0]));
}
