import { describe, expect, it } from 'vitest';
import { runChecks } from '../../checks';
import { aSubject, bookOf } from '../../checks/testing/example-subject';
import { getFormat } from '../../formats';
import { kinds, type Said } from '.';

const format = getFormat('2021');

/** What must be answered of a report on 2024 with this sentence for its chapter 一. */
function asked({ text, figures = {}, lastYear, organ = '示例区教育局', scope = 'own_organ' }: Said): string[] {
  const zeros = Object.fromEntries([...format.cells.values()].filter(({ table }) => table !== 'internal').map(({ id }) => [id, 0]));
  const last = lastYear && { organ, scope, year: 2023, figures: bookOf(format, { ...zeros, ...lastYear }), texts: {} };
  const texts = { '1': text, '6': '本年度未收取信息处理费。' };
  const book = bookOf(format, { ...zeros, ...figures });
  return runChecks(aSubject({ organ, scope, year: 2024, figures: book, texts, lastYear: last ?? null }))
    .findings.filter(({ place, severity }) => place?.text === '1' && severity !== 'hint')
    .map(({ rule, left }) => `${rule} ${left}`);
}

describe.each(kinds)('$title', ({ found, silent }) => {
  for (const { finds, ...said } of found) it(`finds: ${said.text}`, () => expect(asked(said)).toEqual(finds));
  for (const said of silent) it(`is silent: ${said.text}`, () => expect(asked(said)).toEqual([]));
});

it('every kind has an id of its own', () => {
  expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
});
