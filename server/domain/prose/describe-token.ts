import { cellName, type Format } from '../formats';
import type { LocalFact } from './local-fact';
import type { Sum, Token } from './token';

/** A token as a person would name it, in the words of the form: `总计，（一）予以公开 ÷ 总计，（七）总计`. */
export function describeToken(token: Token, sources: { format: Format; facts: ReadonlyMap<string, LocalFact> }): string {
  const sum = (terms: Sum): string => describeSum(terms, sources.format);
  switch (token.kind) {
    case 'sum':
      return sum(token.sum);
    case 'share':
      return `${sum(token.part)} ÷ ${sum(token.whole)}`;
    case 'change':
      return `${sum(token.of)} ${token.direction === 'up' ? '↑' : '↓'}`;
    case 'fact':
      return sources.facts.get(token.id)?.name ?? token.id;
    case 'literal':
      return token.text;
    default:
      return token satisfies never;
  }
}

/** A long sum (a group of rows over columns) says its first terms and how many follow. */
const maxTerms = 3;

function describeSum(sum: Sum, format: Format): string {
  const named = sum.slice(0, maxTerms).map(({ cell: id, sign, isLastYear }, index) => {
    const cell = format.cells.get(id);
    const name = cell ? cellName(cell) : id;
    return `${sign < 0 ? ' − ' : index > 0 ? ' ＋ ' : ''}${isLastYear ? '上年 ' : ''}${name}`;
  });
  return `${named.join('')}${sum.length > maxTerms ? ` …（${sum.length}）` : ''}`;
}
