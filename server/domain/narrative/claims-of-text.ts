import type { Claim } from './claim';
import { contextOf } from './context';
import { asInteger } from './decimal';
import { judgeGrowth } from './growth';
import { judgeParts } from './judge-parts';
import { evaluateReadings, type Figures, judgeNone, judgeStatement } from './judge-statement';
import type { NoneStatement } from './none-statements';
import { joinMoved, type Meant, withoutRepeated, withoutTwiceGrown } from './one-cause';
import type { PartList } from './part-lists';
import type { ReadNumber, ReadText } from './read-text';
import { judgeShare } from './shares';
import type { Statement } from './statement';
import { readStatement } from './statements/read-statement';
import { isPartOf, mayBeWider, type Whose } from './whose';

/**
 * One claim for each statement about a cell. Where a sentence repeats the same words (`网上受理50件，信函受理33件`), the smaller
 * numbers are parts of the one that fits, or all of them together are the figure; neither is a disagreement.
 */
export function statementClaims(
  read: ReadText,
  lists: readonly PartList[],
  { figures, lastYear, whose }: { figures: Figures; lastYear: Figures | null; whose: Whose },
): Map<ReadNumber, Claim> {
  const claims = new Map<ReadNumber, Claim>();
  const partsOfSame = new Set(lists.flatMap(partsWithTheWordsOfTheirWhole));
  for (const { figures: numbers } of read.sentences) {
    const repeated = new Map<string, ReadNumber[]>();
    for (const number of numbers) {
      const { statement } = number;
      if (!statement) continue;
      const claim = judgeStatement(number, statement, statement.frame === 'last_year' ? lastYear : figures);
      const isNoClaim = claim.verdict === 'disagrees' && (isPartOf(statement, whose) || partsOfSame.has(number));
      if (!isNoClaim) claims.set(number, mayBeWider(statement, whose) ? { ...claim, isHint: true } : claim);
      const key = `${statement.frame} ${statement.key}`;
      repeated.set(key, [...(repeated.get(key)?.slice(-maxRepeated) ?? []), number]);
    }
    for (const same of repeated.values()) if (same.length > 1) forgetParts(same, claims, figures);
    joinMoved(numbers, claims);
  }
  return claims;
}

/** What is said to be none, unless the same cell is told by a number in the sentence. */
export function noneClaims(
  none: readonly NoneStatement[],
  statements: ReadonlyMap<ReadNumber, Claim>,
  { figures, whose }: { figures: Figures; whose: Whose },
): Claim[] {
  const told = new Set([...statements.keys()].map((number) => `${number.sentence.start} ${number.statement?.key}`));
  return none.flatMap(({ statement, sentence }) => {
    if (told.has(`${sentence.start} ${statement.key}`)) return [];
    const claim = judgeNone(statement, figures);
    if (claim.verdict === 'disagrees' && isPartOf(statement, whose)) return [];
    if (claim.verdict === 'not_checkable' && claim.tried.length === 0) return [];
    return [mayBeWider(statement, whose) ? { ...claim, isHint: true } : claim];
  });
}

/** A sentence that says the same words more often is no sentence. */
const maxRepeated = 20;

/** 受理83件，其中网上受理50件: the same words inside a list of parts. */
function partsWithTheWordsOfTheirWhole({ whole, parts }: PartList): ReadNumber[] {
  return parts.filter((part) => sameMeasure(whole.statement, part.statement) && compareValues(part, whole) <= 0);
}

function sameMeasure(a: Statement | null, b: Statement | null): boolean {
  if (!a || !b) return false;
  if (a.key === b.key) return true;
  const document = /^(?:normative_documents|regulations):/.exec(a.key)?.[0];
  return document !== undefined && b.key.startsWith(document);
}

function forgetParts(same: readonly ReadNumber[], claims: Map<ReadNumber, Claim>, figures: Figures): void {
  const fitting = same.find((number) => claims.get(number)?.verdict === 'agrees');
  const wrong = same.filter((number) => claims.get(number)?.verdict === 'disagrees');
  const [first] = wrong;
  if (!first?.statement) return;
  const sum = same.reduce((total, number) => total + countOf(number), 0);
  const isSum = !fitting && evaluateReadings(first.statement, figures).some((reading) => reading.values.includes(sum));
  for (const number of wrong) if (isSum || (fitting && compareValues(number, fitting) < 0)) claims.delete(number);
}

function compareValues(a: ReadNumber, b: ReadNumber): number {
  return countOf(a) - countOf(b);
}

function countOf({ value }: ReadNumber): number {
  return value ? (asInteger(value) ?? 0) : 0;
}

/**
 * The sums of a text. A list whose numbers are cells of their own is judged by the cells; a list with a number that
 * already disagrees with a cell is the same root cause.
 */
export function sumClaims(lists: readonly PartList[], statements: ReadonlyMap<ReadNumber, Claim>): { claims: Claim[]; lists: PartList[] } {
  const claims: Claim[] = [];
  const kept: PartList[] = [];
  for (const list of lists) {
    const members = [list.whole, ...list.parts];
    if (members.some((number) => statements.get(number)?.verdict === 'disagrees')) continue;
    const cells = list.parts.filter((part) => statements.has(part) && !part.statement?.isPartial);
    if (cells.length > 0 && list.claims !== 'complete') continue;
    if (cells.length > 0 && cells.length < list.parts.length) continue;
    const claim = judgeParts(list);
    if (!claim || (claim.verdict === 'disagrees' && isWithinAnother(list, lists))) continue;
    if (cells.length > 0 && claim.verdict === 'disagrees') continue;
    claims.push(claim);
    kept.push(list);
  }
  return { claims: withoutRepeated(claims), lists: kept };
}

/** 95场，其中讲座40场，线上28场，线下27场: the 40 is a part beside the others of a list that adds up, and not their whole. */
function isWithinAnother({ whole, parts }: PartList, lists: readonly PartList[]): boolean {
  return lists.some(
    (other) => [whole, ...parts].every((number) => other.parts.includes(number)) && judgeParts(other)?.verdict === 'agrees',
  );
}

export function shareClaims(
  read: ReadText,
  lists: readonly PartList[],
  { known, meant, reportYear }: { known: Figures; meant: Meant; reportYear: number },
): Claim[] {
  const wholes = new Map(lists.flatMap(({ whole, parts }) => parts.map((part) => [part.start, whole] as const)));
  return derived(
    read,
    (figures, index, named) => judgeShare({ text: read.plain.text, figures, index, named, known, wholes, meant }),
    reportYear,
  );
}

export function growthClaims(
  read: ReadText,
  { known, lastYear, meant, reportYear }: { known: Figures; lastYear: Figures | null; meant: Meant; reportYear: number },
): Claim[] {
  return withoutTwiceGrown(
    derived(
      read,
      (figures, index, named) => judgeGrowth({ text: read.plain.text, reportYear, figures, index, named, known, lastYear, meant }),
      reportYear,
    ),
  );
}

type Judge = (figures: readonly ReadNumber[], index: number, named: Statement | null) => Claim | null;

function derived(read: ReadText, judge: Judge, reportYear: number): Claim[] {
  return read.sentences.flatMap(({ figures, tokens, span }) =>
    figures.flatMap((number, index) => {
      if (number.unit !== '%' && !number.change) return [];
      const named = namedBefore(read, { figures, tokens, span }, index, reportYear);
      return judge(figures, index, named) ?? [];
    }),
  );
}

/** The cell that the words of the share's own clause name (`自然人占95%`), when no number leads to it. */
function namedBefore(read: ReadText, sentence: ReadText['sentences'][number], index: number, reportYear: number): Statement | null {
  const number = sentence.figures[index] as ReadNumber;
  const previous = sentence.figures[index - 1];
  const context = contextOf({
    plain: read.plain.text,
    sentence: sentence.span,
    tokens: sentence.tokens,
    number,
    previous,
    next: sentence.figures[index + 1],
  });
  const lead = read.plain.text.slice(context.left.start, number.start);
  const share = lead.lastIndexOf('占');
  const limit = share < 0 ? number.start : context.left.start + share;
  const roles = new Set(number.change && index === 0 ? ['applicant', 'outcome', 'measure', 'object'] : ['applicant', 'outcome']);
  const words = context.before.filter((token) => token.end <= limit && roles.has(token.role));
  if (words.length === 0) return null;
  const inherited = {
    subjects: words,
    previous: null,
    earlier: new Set<string>(),
    reportYear,
    actor: null,
    speaksOf: new Set(words.map((token) => token.concept)),
    lead,
    nearby: read.plain.text.slice(Math.max(sentence.span.start, number.start - 200), number.unitEnd),
  };
  return readStatement({ start: number.start, unitEnd: number.unitEnd, unit: '件' }, context, inherited, words);
}
