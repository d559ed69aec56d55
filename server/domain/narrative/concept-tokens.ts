import { concepts, type Role } from './patterns/concepts';

export interface Token {
  start: number;
  end: number;
  concept: string;
  role: Role;
  text: string;
  /** Between a boundary and a comma: `2023年，`. */
  standsAlone: boolean;
  /** The characters in front of an organ's word: its name, `东湖` of 东湖街道. */
  name?: string;
}

const compiled = concepts.map(({ concept, role, words }) => ({ concept, role, pattern: new RegExp(words.join('|'), 'g') }));

/** The words of the trade in a plain text, left to right, none inside another: what starts first wins, then the longest. */
export function conceptTokens(plain: string): Token[] {
  const all: Token[] = [];
  for (const { concept, role, pattern } of compiled)
    for (const match of plain.matchAll(pattern))
      all.push({
        start: match.index,
        end: match.index + match[0].length,
        concept,
        role,
        text: match[0],
        standsAlone: standsAlone(plain, match.index, match.index + match[0].length),
        ...(role === 'place' ? { name: plain.slice(Math.max(0, match.index - 6), match.index) } : {}),
      });
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Token[] = [];
  for (const token of all) if (token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token);
  return kept;
}

/** More of one kind than stand near each other. */
const manyOfOneRole = 12;

/** Of what was spoken of before, what anybody still asks: the last words of each kind, in order. A chapter may be one sentence. */
export function recentTokens(tokens: readonly Token[]): readonly Token[] {
  const left = new Map<Role, number>();
  return tokens
    .toReversed()
    .filter(({ role }) => {
      const count = left.get(role) ?? manyOfOneRole;
      left.set(role, count - 1);
      return count > 0;
    })
    .reverse();
}

function standsAlone(plain: string, start: number, end: number): boolean {
  return /[，,]/.test(plain[end] ?? '') && (start === 0 || /[，,；;。\n]/.test(plain[start - 1] ?? ''));
}

/** Tokens that start at `from` or later and before `to`, of a list in order. */
export function tokensBetween(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  return tokens.slice(firstFrom(tokens, from), firstFrom(tokens, to));
}

function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
