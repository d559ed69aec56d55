import { describe, expect, it } from 'vitest';
import { getFormat } from '../formats';
import { aValidReport } from '../testing/a-valid-report';
import { count, type Figure, figureAt, notApplicable, numberAt, sameFigure, sumAt, withComputed } from './figure';
import { printFigure, printStatutory } from './print-figure';

const format = getFormat('2021');
const cell = { id: 's4.review.upheld', quantity: 'count' } as const;

describe('blank, zero and 不适用', () => {
  it('are three things: unknown, 0, and 0 to compute with', () => {
    const book = new Map<string, Figure>([
      ['a', count(0)],
      ['b', notApplicable],
      ['c', { state: 'unreadable', raw: '/' }],
    ]);
    expect(['a', 'b', 'c', 'd'].map((id) => numberAt(book, id))).toEqual([0, 0, null, null]);
    expect(sumAt(book, ['a', 'b'])).toBe(0);
    expect(sumAt(book, ['a', 'd'])).toBeNull();
  });

  it('print as nothing, 0 and 不适用; the statutory document prints 0 for the last', () => {
    expect([printFigure({ state: 'not_filled' }, cell), printFigure(count(0), cell), printFigure(notApplicable, cell)]).toEqual([
      '',
      '0',
      '不适用',
    ]);
    expect(printStatutory(notApplicable, cell)).toBe('0');
    expect(() => printStatutory({ state: 'not_filled' }, cell)).toThrow(cell.id);
    expect(() => printStatutory({ state: 'unreadable', raw: '/' }, cell)).toThrow(cell.id);
  });

  it('are told apart by sameFigure, as are 12.5 and 12.50', () => {
    expect(sameFigure(count(0), notApplicable)).toBe(false);
    expect(sameFigure({ state: 'number', value: 1250, decimals: 1 }, { state: 'number', value: 1250, decimals: 2 })).toBe(false);
    expect(sameFigure({ state: 'unreadable', raw: '/' }, { state: 'unreadable', raw: '—' })).toBe(false);
  });
});

describe('withComputed', () => {
  it('computes 9 + 0 + 0 + 0 = 9 and replaces what was typed there', () => {
    const review = new Map(
      ['upheld', 'corrected', 'other', 'pending'].map((key, index) => [`s4.review.${key}`, count(index === 0 ? 9 : 0)]),
    );
    const computed = withComputed(format, review.set('s4.review.total', count(1)));
    expect(figureAt(computed, 's4.review.total')).toEqual(count(9));
  });

  it('leaves a total not filled while one of its terms is unknown', () => {
    const computed = withComputed(format, new Map([['s4.review.upheld', count(9)]]));
    expect(figureAt(computed, 's4.review.total').state).toBe('not_filled');
  });

  it('changes nothing in a report whose identities hold', () => {
    const { content } = aValidReport(7);
    expect(new Map(withComputed(format, content.figures))).toEqual(content.figures);
  });
});
