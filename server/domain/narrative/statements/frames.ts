import type { Token } from '../concept-tokens';

/** 结转至2024年 in the report on 2024 came in; 2024年未办结 goes out. */
export function datedCarry(token: Token, reportYear: number): Token {
  const year = Number(/(?:19|20)\d{2}/.exec(token.text)?.[0] ?? Number.NaN);
  if (token.concept === 'carried_out' && year <= reportYear) return { ...token, concept: 'carried_in' };
  if (token.concept === 'carried_in' && year >= reportYear) return { ...token, concept: 'carried_out' };
  return token;
}

/** Last year by name or by number; the report's own year is no frame. */
export function isLastYear(token: Token, reportYear: number): boolean {
  if (token.role !== 'last_year') return false;
  const year = /(?:19|20)\d{2}/.exec(token.text)?.[0];
  return year === undefined || Number(year) < reportYear;
}
