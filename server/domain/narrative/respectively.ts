import { type Token, tokensBetween } from './concept-tokens';
import type { NumberInText } from './find-numbers';

const listed = new Set(['outcome', 'applicant', 'measure', 'dispute', 'result', 'document', 'action']);

/**
 * Hands out the words of `予以公开、部分公开、不予公开分别为37件、0件、4件`: the first number gets the first word, and so on.
 * Nothing is handed out unless there are as many numbers as words of one kind.
 *
 * @returns by index of the number
 */
export function respectively(text: string, numbers: readonly NumberInText[], tokens: readonly Token[]): Map<number, Token> {
  const handed = new Map<number, Token>();
  numbers.forEach((number, first) => {
    const from = Math.max(number.start - 120, numbers[first - 1]?.unitEnd ?? 0);
    const lead = text.slice(from, number.start);
    const at = lead.lastIndexOf('分别');
    if (at < 0 || /[。；\n]/.test(lead.slice(at)) || lead.length - at > 10) return;
    const clauseFrom = from + Math.max(lead.lastIndexOf('。', at), lead.lastIndexOf('；', at), -1) + 1;
    const words = tokensBetween(tokens, clauseFrom, from + at)
      .filter((token) => token.end <= from + at && listed.has(token.role))
      .flatMap(unfold);
    const last = lastOfList(text, numbers, first);
    const role = words.at(-1)?.role;
    const chosen = words.filter((token) => token.role === role);
    if (chosen.length < 2 || chosen.length !== last - first + 1) return;
    chosen.forEach((token, offset) => {
      handed.set(first + offset, token);
    });
  });
  return handed;
}

/** Two items of a list that are one word of the trade: 行政复议、行政诉讼 and 予以公开、部分公开. */
function unfold(token: Token): Token[] {
  const both = { disputes: ['review', 'litigation'], granted_or_partial: ['granted', 'partial'] }[token.concept];
  if (!both) return [token];
  const items = both.map((concept) => ({ ...token, concept }));
  return /^(?:[^复]{0,6}诉|部分|予以部分)/.test(token.text) ? items.reverse() : items;
}

function lastOfList(text: string, numbers: readonly NumberInText[], first: number): number {
  let last = first;
  for (let next = first + 1; next < numbers.length; next += 1) {
    const gap = text.slice(numbers[next - 1]?.unitEnd, numbers[next]?.start);
    if (!/^(?:、|，|和|及|以及|与)$/.test(gap)) break;
    last = next;
  }
  return last;
}
