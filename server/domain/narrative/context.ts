import { type Token, tokensBetween } from './concept-tokens';
import type { NumberInText } from './find-numbers';

/** A stretch of plain text between two full stops or line ends. */
export interface Span {
  start: number;
  end: number;
}

export function sentences(plain: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= plain.length; at += 1) {
    if (at < plain.length && !/[。！？!?\n]/.test(plain[at] as string)) continue;
    if (at > start) spans.push({ start, end: at });
    start = at + 1;
  }
  return spans;
}

const boundary = /[，,；;：:。！？\n（(）)]/;
/** Characters of words that say nothing between a statement and its number: `全年共计`, `数量为`, `，其中`. */
const filler = /[，,；;：:、\s全年本度今内当其中共合总计数量累件分别为是有达到约近的了均已各案即也另还\d（(）)]/;
/** How far back a statement may begin. */
const reach = 200;

/**
 * What stands around a number: the words that lead to it, from the number before, and the words that follow it.
 * Brackets that close before the number are left out of `lead` (`部分公开（区分处理的，…）3件`).
 */
export interface Context {
  sentence: Span;
  /** From the end of the number before (or the sentence's start) to this number. */
  left: Span;
  /** The clause of it that speaks of this number. */
  clause: Span;
  /** Behind the unit, up to the next boundary. */
  right: Span;
  /** Every token from the number before, those of the clause among them. */
  leading: readonly Token[];
  /** Tokens of the clause and of what follows. What runs into the next number is that number's, but for `25件信息处理费2950元`. */
  before: readonly Token[];
  after: readonly Token[];
}

interface Place {
  plain: string;
  sentence: Span;
  tokens: readonly Token[];
  number: NumberInText;
  previous: NumberInText | undefined;
  /** Where the words of the number before end; `37件予以公开，5件部分公开` gives 予以公开 to the 37 alone. */
  spokenUntil?: number;
  next: NumberInText | undefined;
}

export function contextOf({ plain, sentence, tokens, number, previous, next, spokenUntil = 0 }: Place): Context {
  const leftStart = Math.max(
    sentence.start,
    number.start - reach,
    spokenUntil,
    previous && previous.end > sentence.start ? previous.unitEnd : 0,
  );
  const left = { start: Math.min(leftStart, number.start), end: number.start };
  const masked = closedBrackets(plain, left);
  const inLeft = tokensBetween(tokens, left.start, left.end).filter(
    (token) => token.end <= left.end && !masked.some((range) => token.start >= range.start && token.end <= range.end),
  );
  const clause = { start: clauseStart(plain, left, masked), end: left.end };
  let end = number.unitEnd;
  const limit = Math.min(sentence.end, next?.start ?? sentence.end, number.unitEnd + 40);
  while (end < limit && !/[，,；;：:、（(）)\n]/.test(plain[end] as string)) end += 1;
  const runsIntoNext = next !== undefined && end === next.start;
  const right = { start: number.unitEnd, end: Math.max(end, number.unitEnd) };
  return {
    sentence,
    left,
    clause,
    right,
    leading: inLeft,
    before: inLeft.filter((token) => token.start >= clause.start),
    after: tokensBetween(tokens, right.start, right.end).filter((token) => !runsIntoNext || token.role === 'fee'),
  };
}

/** The start of the clause that ends at the number; a clause of filler words takes the one before with it. */
function clauseStart(plain: string, left: Span, masked: readonly Span[]): number {
  let at = left.end;
  let saysSomething = false;
  while (at > left.start) {
    const bracket = masked.find((range) => range.end === at);
    if (bracket) {
      at = bracket.start;
      continue;
    }
    const character = plain[at - 1] as string;
    if (saysSomething && boundary.test(character)) return at;
    saysSomething ||= !filler.test(character);
    at -= 1;
  }
  return left.start;
}

function closedBrackets(plain: string, span: Span): Span[] {
  const ranges: Span[] = [];
  let open = -1;
  for (let at = span.start; at < span.end; at += 1) {
    const character = plain[at];
    if (character === '（' || character === '(') open = at;
    else if ((character === '）' || character === ')') && open >= 0) {
      ranges.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return ranges;
}
