import fc from 'fast-check';
import { count, type Figure, notApplicable } from '../../figures';
import { type CellId, type Format, leafCells } from '../../formats';
import type { QuarterBooks } from '../roll-up-year';

/** A book written as data; money is not needed where this is used. */
export function aBook(figures: Record<CellId, number>): Map<CellId, Figure> {
  return new Map(Object.entries(figures).map(([cell, value]) => [cell, count(value)]));
}

/** Any book of a format: mostly numbers, some 不适用, and a few unknown when asked for. */
export function anyBook(format: Format, { withUnknown }: { withUnknown: boolean }): fc.Arbitrary<Map<CellId, Figure>> {
  const cells = leafCells(format);
  const figure: fc.Arbitrary<Figure> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({ state: fc.constant('number' as const), value: fc.nat({ max: 10 ** 9 }), decimals: fc.nat({ max: 6 }) }),
    },
    { weight: 2, arbitrary: fc.constant(notApplicable) },
    { weight: withUnknown ? 1 : 0, arbitrary: fc.constant<Figure>({ state: 'unreadable', raw: '约3' }) },
    { weight: withUnknown ? 1 : 0, arbitrary: fc.constant<Figure>({ state: 'not_filled' }) },
  );
  return fc.array(figure, { minLength: cells.length, maxLength: cells.length }).map((figures) => {
    const book = new Map<CellId, Figure>();
    cells.forEach((cell, index) => {
      const drawn = figures[index];
      if (drawn) book.set(cell.id, drawn);
    });
    return book;
  });
}

export function anyYear(format: Format, options: { withUnknown: boolean }): fc.Arbitrary<QuarterBooks> {
  const book = anyBook(format, options);
  return fc.tuple(book, book, book, book);
}
