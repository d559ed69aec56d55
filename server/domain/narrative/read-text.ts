import { conceptTokens, recentTokens, type Token, tokensBetween } from './concept-tokens';
import { type Context, contextOf, type Span, sentences } from './context';
import { literalAt } from './find-literals';
import { findNumbers, type NumberInText } from './find-numbers';
import type { LiteralKind } from './patterns/literals';
import { type PlainText, plainText } from './plain-text';
import { respectively } from './respectively';
import type { Inherited, Statement } from './statement';
import { readStatement } from './statements/read-statement';
import { subjectToken } from './statements/subject';
import { readChange } from './year-on-year';

/** A number with its words. A literal has neither context nor statement. */
export interface ReadNumber extends NumberInText {
  literal: LiteralKind | null;
  sentence: Span;
  context: Context;
  statement: Statement | null;
  /** `同比增长12.2%`, `较上年减少9件`: this number is a change, not a level. */
  change: 'up' | 'down' | null;
}

export interface ReadText {
  plain: PlainText;
  tokens: readonly Token[];
  sentences: readonly { span: Span; figures: readonly ReadNumber[]; tokens: readonly Token[] }[];
  literals: readonly (NumberInText & { literal: LiteralKind })[];
}

/** Units that make a bare Chinese 一 a figure: 一件, never 一次 or 一个. */
const unitsOfOne = new Set(['件', '宗', '起', '例']);

/** Finds the numbers of a text and what their words say; no figure is looked at yet. */
export function readText(original: string, reportYear: number): ReadText {
  const plain = plainText(original);
  const text = plain.text;
  const tokens = conceptTokens(text);
  const literal = literalAt(text);
  const numbers = findNumbers(text).map((number) => ({ number, literal: literalOf(number, literal(number.start)) }));
  const literals = numbers.flatMap(({ number, literal }) => (literal ? [{ ...number, literal }] : []));
  const figures = numbers.filter(({ literal }) => literal === null).map(({ number }) => number);

  const spoken = new Speech(text);
  let at = 0;
  let word = 0;
  const read = sentences(text).map((span) => {
    const inside: NumberInText[] = [];
    for (; at < figures.length && (figures[at] as NumberInText).start < span.end; at += 1) inside.push(figures[at] as NumberInText);
    while (word < tokens.length && (tokens[word] as Token).start < span.start) word += 1;
    const own: Token[] = [];
    for (; word < tokens.length && (tokens[word] as Token).start < span.end; word += 1) own.push(tokens[word] as Token);
    const result = readSentence({ text, span, numbers: inside, tokens: own, inheritedSubjects: spoken.before(span), reportYear });
    spoken.remember(span, own);
    return { span, figures: result, tokens: own };
  });
  const ones = read.flatMap(({ figures: list }) => list.filter(isBareOne).map((number) => ({ ...number, literal: 'name' as const })));
  return {
    plain,
    tokens,
    sentences: read.map((sentence) => ({ ...sentence, figures: sentence.figures.filter((number) => !isBareOne(number)) })),
    literals: [...literals, ...ones],
  };
}

/** The figures of each line: a list may go on behind a full stop. */
export function paragraphs({ plain, sentences: read }: ReadText): ReadNumber[][] {
  const lines: ReadNumber[][] = [];
  for (const { span, figures } of read) {
    const before = plain.text[span.start - 1] ?? '\n';
    if (before === '\n' || lines.length === 0) lines.push([]);
    lines.at(-1)?.push(...figures);
  }
  return lines;
}

function isBareOne(number: ReadNumber): boolean {
  return number.script === 'chinese' && number.raw === '一' && number.statement === null;
}

function literalOf(number: NumberInText, range: { end: number; kind: LiteralKind } | undefined): LiteralKind | null {
  if (range && (range.kind !== 'name' || number.unit === null || range.end > number.unitEnd)) return range.kind;
  if (number.value === null) return number.script === 'chinese' ? 'name' : 'code';
  if (number.script === 'digits') return null;
  if (number.unit === null) return 'name';
  return number.raw === '一' && !unitsOfOne.has(number.unit) ? 'name' : null;
}

/** How far from a number its subject may have been named. */
const reach = 300;

interface SentenceParts {
  text: string;
  span: Span;
  numbers: readonly NumberInText[];
  tokens: readonly Token[];
  inheritedSubjects: readonly Token[];
  reportYear: number;
}

function readSentence({ text, span, numbers, tokens, inheritedSubjects, reportYear }: SentenceParts): ReadNumber[] {
  const result: ReadNumber[] = [];
  const earlier = new Set<string>();
  const speaksOf = new Set(tokens.map((token) => token.concept));
  const subjects = tokens.filter((token) => subjectToken(token) !== null);
  const handedOut = respectively(text, numbers, tokens);
  const actorBefore = actors(tokens);
  numbers.forEach((number, index) => {
    const context = contextOf({
      plain: text,
      sentence: span,
      tokens,
      number,
      previous: numbers[index - 1],
      next: numbers[index + 1],
      spokenUntil: result.at(-1)?.statement?.end ?? 0,
    });
    const change = readChange(text, span, number);
    const named = tokensBetween(subjects, context.clause.start - reach, context.clause.start);
    const inherited: Inherited = {
      subjects: named.length > 0 ? named : inheritedSubjects,
      previous: result.at(-1)?.statement ?? null,
      earlier,
      reportYear,
      actor: actorBefore(number.start),
      speaksOf,
      lead: text.slice(context.left.start, number.start),
      nearby: text.slice(Math.max(span.start, number.start - reach), Math.min(span.end, number.unitEnd + reach)),
    };
    const isShare = number.unit === '%' || number.unit === '个百分点' || number.unit === '百分点' || number.unit === '倍';
    const words = handedOut.get(index);
    const statement = change || isShare ? null : readStatement(number, context, inherited, words && [words]);
    if (statement) earlier.add(statement.key);
    result.push({ ...number, literal: null, sentence: span, context, statement, change });
  });
  return result;
}

/** Who acts, asked from left to right. */
function actors(tokens: readonly Token[]): (at: number) => Inherited['actor'] {
  let actor: Inherited['actor'] = null;
  let next = 0;
  return (at) => {
    for (; next < tokens.length && (tokens[next] as Token).start < at; next += 1) {
      const token = tokens[next] as Token;
      if (token.role === 'one_organ' || token.role === 'everyone') actor = token;
    }
    return actor;
  };
}

/** What was spoken of last: in the paragraph, else in the heading above it. */
class Speech {
  private heading: readonly Token[] = [];
  private paragraph: readonly Token[] = [];

  constructor(private readonly text: string) {}

  before(span: Span): readonly Token[] {
    if (this.isLineStart(span)) this.paragraph = [];
    return this.paragraph.length > 0 ? this.paragraph : this.heading;
  }

  remember(span: Span, tokens: readonly Token[]): void {
    const subjects = recentTokens(tokens.filter((token) => subjectToken(token) !== null));
    if (
      this.isLineStart(span) &&
      /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/.test(
        this.text.slice(span.start, span.start + 6),
      )
    )
      this.heading = subjects;
    if (subjects.length > 0) this.paragraph = subjects;
  }

  private isLineStart(span: Span): boolean {
    return span.start === 0 || this.text[span.start - 1] === '\n';
  }
}
