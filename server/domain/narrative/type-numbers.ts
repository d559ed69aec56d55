import type { ProseKey } from '../formats';
import type { CheckSubject } from '../subject';
import { type AnalysedText, analyse } from './analyse';
import type { Claim } from './claim';
import type { Decimal } from './decimal';
import type { NumberInText } from './find-numbers';
import type { Hedge } from './patterns/hedges';
import type { LiteralKind } from './patterns/literals';
import type { ReadNumber } from './read-text';

/**
 * statutory: stands in a table. derived: a share or a change. part: a term of a sum in its sentence, or that sum.
 * local: counted, but no table holds it. literal: counts nothing (date, 文号, name).
 */
export type NumberType = 'statutory' | 'derived' | 'part' | 'local' | 'literal';

export interface TypedNumber {
  text: ProseKey;
  /** Half-open range in the original text, unit included. */
  start: number;
  end: number;
  /** As written. */
  raw: string;
  value: Decimal | null;
  unit: string | null;
  hedge: Hedge | null;
  type: NumberType;
  /** Only of a literal: why it is one. */
  literal: LiteralKind | null;
  /** What the text claims with it, with the readings tried; a local fact and a literal claim nothing. */
  claims: readonly Claim[];
}

/**
 * Every number of every text, typed and held against the figures.
 *
 * @returns in order of text and place; a number that could not be held against anything has no claim, or one that is not checkable
 */
export function typeNumbers(subject: CheckSubject): TypedNumber[] {
  return analyse(subject).flatMap(typesOfText);
}

function typesOfText(text: AnalysedText): TypedNumber[] {
  const inSums = new Set(text.lists.flatMap((list) => [list.whole, ...list.parts]).map((number) => number.start));
  const numbers = text.read.sentences.flatMap(({ figures }) =>
    figures.map((number) => typed(text, number, figureType(text, number, inSums), null)),
  );
  const literals = text.read.literals.map((number) => typed(text, number, 'literal', number.literal));
  return [...numbers, ...literals].sort((a, b) => a.start - b.start);
}

function figureType(text: AnalysedText, number: ReadNumber, inSums: ReadonlySet<number>): NumberType {
  if (number.change || number.unit === '%' || /百分点|倍/.test(number.unit ?? '') || number.statement?.frame === 'last_year')
    return 'derived';
  const isJudged = number.statement !== null && text.claims.some((claim) => isOf(claim, number) && claim.rule === number.statement?.rule);
  if (isJudged) return 'statutory';
  return inSums.has(number.start) ? 'part' : 'local';
}

function typed(text: AnalysedText, number: NumberInText, type: NumberType, literal: LiteralKind | null): TypedNumber {
  const { origin } = text.read.plain;
  const start = origin[number.start] ?? 0;
  const end = (origin[Math.max(number.unitEnd, number.end) - 1] ?? start) + 1;
  return {
    text: text.key,
    start,
    end,
    raw: text.original.slice(start, end),
    value: number.value,
    unit: number.unit,
    hedge: number.hedge,
    type,
    literal,
    claims: type === 'literal' ? [] : text.claims.filter((claim) => isOf(claim, number)),
  };
}

function isOf(claim: Claim, number: Pick<NumberInText, 'start' | 'end'>): boolean {
  return claim.start <= number.start && number.end <= claim.end;
}
