import { expect, it } from 'vitest';
import { findingPlace } from './finding-place';

const stock = 'q-stock|s2.penalty=11|s2.licence=not_applicable|11:3';

it.each([
  ['another value', stock, 'q-stock|s2.penalty=12|s2.licence=blank|12:3', true],
  ['a value that is not readable', stock, 'q-stock|s2.penalty="1 1"|s2.licence=3|null:3', true],
  ['another cell', stock, 'q-stock|s2.penalty=11|s2.orders=not_applicable|11:3', false],
  ['another rule', stock, stock.replace('q-stock', 'q-jump'), false],
  ['a moved count with what follows from it', stock, `${stock}|t3-col|s3.new=1|1:2`, true],
  ['a sentence with another number', 's-sum|s3.new=3|3:4|chapter.1:新收4件', 's-sum|s3.new=5|5:6|chapter.1:新收1,006件', true],
  ['another sentence', 's-sum|3:4|chapter.1:新收4件', 's-sum|3:4|chapter.1:收到4件', false],
  ['another text', 's-sum|3:4|chapter.a:新收4件', 's-sum|3:4|chapter.b:新收4件', false],
])('%s', (_, one, other, isSame) => {
  expect(findingPlace(one) === findingPlace(other)).toBe(isSame);
});
