import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, type FigureBook, notApplicable, notFilled } from '../figures';
import { type CellId, getFormat, leafCells, type Power, powers } from '../formats';
import { countMissing, fillPlace } from './count-missing';
import { type DeclarableSection, filingBook } from './filing-content';

const formats = [getFormat('2021'), getFormat('2019')] as const;

describe('cells still to fill, from counts alone', () => {
  it('are as many as going through the filing cell by cell finds', () => {
    const figure = fc.constantFrom<Figure>(count(0), count(7), notApplicable, notFilled, { state: 'unreadable', raw: '约十' });
    const filing = fc.record({
      format: fc.constantFrom(...formats),
      figures: fc.array(fc.option(figure), { minLength: 260, maxLength: 260 }),
      powers: fc.subarray([...powers]),
      declared: fc.subarray<DeclarableSection>(['3', '4']),
    });
    fc.assert(
      fc.property(filing, ({ format, figures, powers: held, declared }) => {
        const leaves = leafCells(format);
        const stored: FigureBook = new Map(leaves.flatMap((cell, at) => (figures[at] ? [[cell.id, figures[at]] as [CellId, Figure]] : [])));
        const facts = { format, powers: new Set<Power>(held), declared: new Set(declared) };
        const book = filingBook({ ...facts, stored, openings: new Map() });
        const slow = leaves.filter(
          (cell) => cell.addsUp !== 'opening' && !['number', 'not_applicable'].includes(book.get(cell.id)?.state ?? ''),
        );
        const counts = new Map<string, { filled: number; unreadable: number }>();
        for (const cell of leaves.filter((one) => one.addsUp !== 'opening')) {
          const known = counts.get(fillPlace(cell)) ?? { filled: 0, unreadable: 0 };
          const state = stored.get(cell.id)?.state;
          if (state === 'number' || state === 'not_applicable') known.filled += 1;
          if (state === 'unreadable') known.unreadable += 1;
          counts.set(fillPlace(cell), known);
        }
        expect(countMissing({ ...facts, counts }).missing).toBe(slow.length);
      }),
    );
  });
});
