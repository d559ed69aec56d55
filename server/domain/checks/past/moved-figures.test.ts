import { expect, it } from 'vitest';
import { count, type FigureBook } from '../../figures';
import { getFormat } from '../../formats';
import { movedFigures } from './moved-figures';

const format = getFormat('2021');
const [granted, licensing] = ['s3.granted.natural_person', 's2.licensing_decisions'];
const book = (values: Record<string, number>): FigureBook => new Map(Object.entries(values).map(([cell, value]) => [cell, count(value)]));

it('a figure far from last quarter and from last year has moved, the most moved first; one near either has not', () => {
  const beside = [book({ [granted]: 3, [licensing]: 218 }), book({ [granted]: 4, [licensing]: 190 })];
  expect(movedFigures(format, book({ [granted]: 60, [licensing]: 99_999 }), beside)).toEqual([licensing, granted]);
  expect(movedFigures(format, book({ [granted]: 5, [licensing]: 260 }), beside)).toEqual([]);
  expect(movedFigures(format, book({ [granted]: 60 }), [book({ [granted]: 3 }), book({ [granted]: 55 })])).toEqual([]);
});

it('where one quarter is not known the other is enough; where none is, or the figure is not, nothing has moved', () => {
  const now = book({ [licensing]: 2 });
  expect(movedFigures(format, now, [book({}), book({ [licensing]: 218 })])).toEqual([licensing]);
  expect(movedFigures(format, now, [book({}), book({})])).toEqual([]);
  expect(movedFigures(format, book({}), [book({ [licensing]: 218 })])).toEqual([]);
});
