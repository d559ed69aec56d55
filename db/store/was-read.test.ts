import { expect, it } from 'vitest';
import { asFewQuestions } from './was-read';

const naming = (values: number) => ({
  sql: `select id from units where id in ($1, $${values})`,
  params: Array.from({ length: values }, () => 'a'),
});

it('many questions are one while their values have room in a statement, then few; each is asked once, in order, by numbers of its own', () => {
  expect(asFewQuestions([])).toEqual([]);
  expect(asFewQuestions([naming(2), naming(3)])).toMatchObject([
    { sql: expect.stringMatching(/\(\$1, \$2\).*\(\$3, \$5\)/), params: 'aaaaa'.split('') },
  ]);
  const several = asFewQuestions(Array.from({ length: 7 }, () => naming(10_000)));
  expect(several.map(({ params }) => params.length)).toEqual([30_000, 30_000, 10_000]);
  expect(several.map(({ sql }) => sql.match(/\$\d+/g))).toEqual([
    ['$1', '$10000', '$10001', '$20000', '$20001', '$30000'],
    ['$1', '$10000', '$10001', '$20000', '$20001', '$30000'],
    ['$1', '$10000'],
  ]);
  // One that is larger by itself stands alone.
  expect(asFewQuestions([naming(2), naming(40_000), naming(2)]).map(({ params }) => params.length)).toEqual([2, 40_000, 2]);
});
