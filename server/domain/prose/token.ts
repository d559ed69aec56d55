import type { CellId } from '../formats';

/** One cell in a sum, of this year or of last year's edition. */
export interface Term {
  cell: CellId;
  sign: 1 | -1;
  isLastYear: boolean;
}

export type Sum = readonly Term[];

/**
 * A live number in a stored text. `words` is how the writer wants it to stand (`1,203`, `80余`, `两次`): printed as long as it
 * says the value, else the plain digits are.
 *
 * sum: a cell, a sum or a difference. share: 100 × part / whole with that many decimals, half-up. change: against last year,
 * as a percentage with decimals or (null) as a difference; its direction is part of it. fact: a local fact by id.
 * literal: declared to count nothing.
 */
export type Token =
  | { kind: 'sum'; sum: Sum; words: string | null }
  | { kind: 'share'; part: Sum; whole: Sum; decimals: number; words: string | null }
  | { kind: 'change'; direction: 'up' | 'down'; of: Sum; decimals: number | null; words: string | null }
  | { kind: 'fact'; id: string; words: string | null }
  | { kind: 'literal'; text: string };

/** The token as it is stored: `{{s3.granted.total / s3.result_total.total % 2}}`. The inverse of `parseToken`. */
export function writeToken(token: Token): string {
  if (token.kind === 'literal') return `{{=${token.text}}}`;
  return `{{${writeBody(token)}${token.words === null ? '' : `|${token.words}`}}}`;
}

function writeBody(token: Exclude<Token, { kind: 'literal' }>): string {
  switch (token.kind) {
    case 'sum':
      return writeSum(token.sum);
    case 'share':
      return `${writeSum(token.part)} / ${writeSum(token.whole)} % ${token.decimals}`;
    case 'change':
      return `${token.direction}(${writeSum(token.of)})${token.decimals === null ? '' : ` % ${token.decimals}`}`;
    case 'fact':
      return `fact:${token.id}`;
    default:
      return token satisfies never;
  }
}

/** A sum begins with what is added; the order of its terms means nothing otherwise. */
export function writeSum(sum: Sum): string {
  return [...sum]
    .sort((a, b) => b.sign - a.sign)
    .map(({ cell, sign, isLastYear }, index) => `${index === 0 ? '' : sign > 0 ? ' + ' : ' - '}${isLastYear ? 'last:' : ''}${cell}`)
    .join('');
}
