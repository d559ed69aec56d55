import {
  bareNextPart,
  bracketOpener,
  completeOpeners,
  families,
  listEnders,
  listOpeners,
  nestedOpener,
  newStatementVerbs,
  nextSentenceOpener,
  openEnded,
  remainder,
  wholeFamilies,
} from './patterns/lists';
import type { ReadNumber } from './read-text';

/** A whole and the numbers of the same unit that are said to be its parts. */
export interface PartList {
  whole: ReadNumber;
  parts: readonly ReadNumber[];
  /** complete: the words say that nothing is missing. likely: three parts or more, or a bracket of two. few: two, perhaps all. open: no claim to a sum. doubtful: units of their own, lists in lists. */
  claims: 'complete' | 'likely' | 'few' | 'open' | 'doubtful';
  /** The whole stands behind 其中 or 含 itself. */
  isItselfPart: boolean;
}

/** Every list of parts: behind 其中, 含, 包括, 分别为, in a bracket, behind a full stop before 其中, and in front of 共. */
export function partLists(text: string, figures: readonly ReadNumber[]): PartList[] {
  const lists: PartList[] = [];
  const firstOfUnit = new Map<string | null, number>();
  figures.forEach(({ unit }, index) => {
    if (!firstOfUnit.has(unit)) firstOfUnit.set(unit, index);
  });
  figures.forEach((number, index) => {
    if (isShareOrChange(number) || number.hedge || number.value === null) return;
    const inBracket = bracketList(text, figures, index);
    if (inBracket) lists.push(inBracket);
    const behind = behindList(text, figures, index, firstOfUnit);
    if (behind) lists.push(behind);
    const total = totalOf(text, figures, index);
    if (total) lists.push(total);
  });
  return lists;
}

/** The longest list that is read. */
const maxParts = 40;
const maxLength = 1200;

/** 119期（含…47期，…72期） */
function bracketList(text: string, figures: readonly ReadNumber[], index: number): PartList | null {
  const number = figures[index] as ReadNumber;
  const after = text.slice(number.unitEnd, Math.min(number.sentence.end, number.unitEnd + maxLength));
  const opener = bracketOpener.exec(after);
  if (!opener) return null;
  const close = closingBracket(after, opener[0].length);
  if (close < 0) return null;
  const start = number.unitEnd + opener[0].length;
  const end = number.unitEnd + close;
  const inside = figures
    .slice(index + 1, index + 1 + maxParts)
    .filter((other) => other.start >= start && other.end <= end)
    .filter(outsideOfBrackets(text, start));
  const parts = inside.filter((other) => isPartOf(other, number));
  return parts.length > 0
    ? finish(text, number, {
        parts,
        ends: [parts.length],
        start,
        opener: opener[0],
        inBracket: true,
        all: inside,
        isMixed: isMixed(inside, number),
      })
    : null;
}

/** Where the bracket closes that is open at `from`. */
function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (/[（(]/.test(text[at] as string)) depth += 1;
    else if (/[）)]/.test(text[at] as string)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Not in a bracket of its own: `（其中动态40条（含图文10条）、…）`. */
function outsideOfBrackets(text: string, from: number): (number: ReadNumber) => boolean {
  let depth = 0;
  let at = from;
  return ({ start }) => {
    depth += deeper(text.slice(at, start));
    at = start;
    return depth <= 0;
  };
}

/** How many more brackets open than close. */
function deeper(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (character === '（' || character === '(') depth += 1;
    else if (character === '）' || character === ')') depth -= 1;
  }
  return depth;
}

/** 119期，其中…47期，…72期 */
function behindList(
  text: string,
  figures: readonly ReadNumber[],
  index: number,
  firstOfUnit: ReadonlyMap<string | null, number>,
): PartList | null {
  const number = figures[index] as ReadNumber;
  if (isCompared(text, number)) return null;
  const from = skipComparison(text, skipBracket(text, skipCompanion(text, figures, index), number.sentence.end));
  const after = text.slice(from, from + 60);
  const named = listOpeners.exec(after) ?? nextSentenceOpener.exec(after);
  const opener = named ?? /^[，,]/.exec(after);
  if (!opener) return null;
  const start = from + opener[0].length;
  const sentence = figures.slice(index + 1, index + 4).find((other) => other.start >= start)?.sentence ?? number.sentence;
  if (sentence.start > start) return null;
  // `其中：一是…3件；二是…4件`: the semicolons separate the parts.
  const separators = /[：:]/.test(text.slice(from, start + 2)) || sentence !== number.sentence;
  const parts: ReadNumber[] = [];
  const all: ReadNumber[] = [];
  const ends: number[] = [];
  let bare = true;
  let sure: number | null = null;
  let depth = 0;
  let nested = false;
  let hasNested = false;
  let at = start;
  for (const [offset, other] of figures.slice(index + 1, index + 1 + maxParts).entries()) {
    if (other.start < start || other.start > start + maxLength) continue;
    if (other.start >= sentence.end) break;
    const gap = text.slice(at, other.start);
    depth = Math.max(0, depth + deeper(gap));
    at = other.unitEnd;
    if (depth > 0 || isShareOrChange(other)) continue;
    const isAfterShares = parts.length > 0 && figures[index + offset]?.unit === '%';
    if (parts.length > 0 && /[；;]/.test(gap) && nested) nested = false;
    // Another part, or a new statement: the list may end here.
    else if (parts.length > 0 && /[；;]/.test(gap) && !separators && !isAfterShares) ends.push(parts.length);
    if (parts.length > 0 && nestedOpener.test(gap)) {
      nested = true;
      hasNested = true;
    }
    if (nested) continue;
    if (parts.length > 0 && listEnders.test(gap)) break;
    const isNew = parts.length > 0 && isNewStatement(text, gap, parts);
    if (isNew) ends.push(parts.length);
    if (parts.length > 0 && (isNew || !bareNextPart.test(gap))) bare = false;
    all.push(other);
    if (isPartOf(other, number)) parts.push(other);
    if (bare && parts.length >= 2 && sure === null && remainder.test(gap.replace(/^[；;]/, ''))) sure = parts.length;
  }
  // Told by semicolons alone, to the end of the sentence or with a word that says it is whole: the parts are all that are named.
  const closes = /^[^，,；;：:\d]{0,6}$/.test(text.slice(at, sentence.end));
  if (bare && sure === null && (completeOpeners.test(opener[0]) || (parts.length >= 3 && closes))) sure = parts.length;
  if (parts.length === 0 || (!named && !isOneFamily(text, number, parts, start))) return null;
  // A new sentence that begins with 其中 may go back further than to the number before it, where there is one.
  const goesBack = (firstOfUnit.get(number.unit) ?? index) < index;
  const isOfAnother = parts.length < 2 || parts.some((part) => amountOf(part) > amountOf(number));
  const isOtherRule = parts.some((part) => part.statement && part.statement.rule !== number.statement?.rule);
  if (sentence !== number.sentence && ((goesBack && isOfAnother) || isOtherRule)) return null;
  return finish(text, number, {
    parts,
    ends: [...ends, parts.length],
    sure,
    start,
    opener: opener[0],
    inBracket: false,
    all,
    isMixed: isMixed(all, number),
    hasNested,
  });
}

/**
 * 解读24件，图文12件、视频6件、文字6件: with no word for a list, the kinds have to be of one family, the whole none of them and smaller
 * than none.
 */
function isOneFamily(text: string, number: ReadNumber, parts: readonly ReadNumber[], start: number): boolean {
  if (parts.length < 2 || parts.some((part) => amountOf(part) > amountOf(number))) return false;
  const labels = parts.map((part, index) => text.slice(index === 0 ? start : (parts[index - 1] as ReadNumber).unitEnd, part.start));
  const own = text.slice(number.context.clause.start, number.start);
  return families.some((family) => labels.every((label) => family.test(label)) && !family.test(own));
}

/** All of one family and not all the same: 市人大 and 区人大 are no pair. */
function isPair(labels: readonly string[], family: RegExp): boolean {
  const kinds = labels.map((label) => family.exec(label)?.[0] ?? null);
  return !kinds.includes(null) && new Set(kinds).size > 1;
}

function isShareOrChange(number: ReadNumber): boolean {
  return number.change !== null || number.unit === '%' || /百分点|倍/.test(number.unit ?? '');
}

/** Parts with units of their own (篇 beside 期): what may belong to the whole is not sure. */
function isMixed(numbers: readonly ReadNumber[], whole: ReadNumber): boolean {
  return numbers.some(
    (number) => number.unit !== null && number.unit !== whole.unit && number.unit !== '%' && !/元|分|天|字|小时|工作日/.test(number.unit),
  );
}

/** …3场、…2场，共5场 */
function totalOf(text: string, figures: readonly ReadNumber[], index: number): PartList | null {
  const number = figures[index] as ReadNumber;
  const lead = text.slice(Math.max(number.sentence.start, number.start - 6), number.start);
  if (!/[，,、；;](?:共计|合计|总计|共)(?:为|达)?$/.test(lead)) return null;
  if (index > maxParts) return null;
  const before = figures.slice(0, index);
  if (/其中|含|包括/.test(text.slice(number.sentence.start, number.start)) || before.length < 2) return null;
  const parts: ReadNumber[] = [];
  for (const other of [...before].reverse()) {
    if (!isPartOf(other, number) || other.hedge) break;
    parts.unshift(other);
  }
  return parts.length >= 2 && parts.length === before.length ? { whole: number, parts, claims: 'complete', isItselfPart: false } : null;
}

interface Found {
  parts: readonly ReadNumber[];
  /** Where the list may end: after so many parts. A verb that begins a clause may be a new statement or the name of a part (公开目录1条). */
  ends: readonly number[];
  /** The end that the words show, where no sum tells another. */
  sure?: number | null;
  /** The parts with those of other units among them. */
  all: readonly ReadNumber[];
  start: number;
  opener: string;
  inBracket: boolean;
  isMixed: boolean;
  hasNested?: boolean;
}

function finish(text: string, number: ReadNumber, found: Found): PartList {
  const { start, inBracket, opener } = found;
  const parts = found.isMixed && sumOf(found.all) === amountOf(number) ? found.all : found.parts.slice(0, bestEnd(number, found));
  const last = parts.at(-1) as ReadNumber;
  const tail = text.slice(last.unitEnd, last.unitEnd + 8);
  const lead = text.slice(number.unitEnd, start);
  const labels = parts.map((part, index) => text.slice(index === 0 ? start : (parts[index - 1] as ReadNumber).unitEnd, part.start));
  const isOpen = openEnded.test(lead) || /^[^，。；]{0,6}等/.test(tail) || openEnded.test(labels[0] ?? '');
  const isItselfPart = /其中|含|包括/.test(text.slice(number.context.clause.start, number.start));
  const list = { whole: number, parts, isItselfPart };
  // Units of their own, or a list within the list with no bracket: the sum is no proof.
  if (found.isMixed || found.hasNested) return { ...list, claims: 'doubtful' };
  const isComplete =
    parts.length >= 2 &&
    (completeOpeners.test(opener) || remainder.test(labels.at(-1) ?? '') || wholeFamilies.some((family) => isPair(labels, family)));
  const hasRest = parts.length >= 2 && remainder.test(labels.at(-1) ?? '') && !/^[^，。；]{0,6}等/.test(tail);
  if (hasRest || (isComplete && !isOpen)) return { ...list, claims: 'complete' };
  const isLikely = !isOpen && (parts.length >= 3 || (inBracket && parts.length === 2));
  return { ...list, claims: isOpen ? 'open' : isLikely ? 'likely' : 'few' };
}

/** Of the places where a list may end, the one whose sum is the whole; else the first. */
function bestEnd(number: ReadNumber, { parts, ends, sure }: Found): number {
  const sums: number[] = [0];
  for (const part of parts) sums.push((sums.at(-1) ?? 0) + amountOf(part));
  const gap = (end: number): number => Math.abs((sums[end] ?? 0) - amountOf(number));
  const first = ends[0] ?? parts.length;
  const exact = ends.find((end) => gap(end) === 0);
  if (exact !== undefined) return exact;
  if (sure) return sure;
  const nearest = ends.reduce((best, end) => (gap(end) < gap(best) ? end : best), first);
  return gap(nearest) <= amountOf(number) / 5 ? nearest : first;
}

function sumOf(numbers: readonly ReadNumber[]): number {
  return numbers.reduce((sum, number) => sum + amountOf(number), 0);
}

function amountOf({ value }: ReadNumber): number {
  return value ? value.unscaled / 10 ** value.decimals : 0;
}

function isNewStatement(text: string, gap: string, parts: readonly ReadNumber[]): boolean {
  const clause = /[，,；;][^，,；;]*$/.exec(gap)?.[0];
  if (clause === undefined || !newStatementVerbs.test(clause)) return false;
  const first = parts[0] as ReadNumber;
  return !newStatementVerbs.test(text.slice(first.context.clause.start, first.start).replace(/^其中[，：:]?/, ''));
}

function isPartOf(part: ReadNumber, number: ReadNumber): boolean {
  if (part.change || part.value === null || part === number) return false;
  if (part.unit === '%') return false;
  return part.unit === number.unit || (part.unit === null && number.unit !== null);
}

/** 比上年（90条）增长: the number a change is reckoned from is not what a list behind it divides. */
function isCompared(text: string, { sentence, start }: ReadNumber): boolean {
  const lead = text.slice(Math.max(sentence.start, start - 16), start);
  return /(?:同比|[比较]|与|同)(?:上一?年|去年|前一?年|(?:19|20)\d{2}年)(?:度|同期|的|为){0,2}[（(]?(?:为|共)?$/.test(lead);
}

/** 137条，比上年（90条）增长52.2%，其中…: the list is of the 137. */
const comparison =
  /^[，,（(]?(?:同比|环比|(?:[比较]|与|同)(?:上一?年|去年|前一?年|(?:19|20)\d{2}年))[^，。；\n]{0,40}?(?:增长|增加|上升|提高|提升|下降|减少|降低|持平|翻了?一番)[^，,。；\n（）()]{0,16}[）)]?(?:[，,](?:增长|增加|上升|提高|提升|下降|减少|降低|增幅|降幅)[^，,。；\n（）()]{0,16})?(?=[，,。；;：:])/;

function skipComparison(text: string, from: number): number {
  return from + (comparison.exec(text.slice(from, from + 120))?.[0].length ?? 0);
}

/** 2950元，共25件，其中…: a second measure of the same whole stands between. */
function skipCompanion(text: string, figures: readonly ReadNumber[], index: number): number {
  const number = figures[index] as ReadNumber;
  const next = figures[index + 1];
  if (!next || next.unit === number.unit || next.start - number.unitEnd > 6) return number.unitEnd;
  return listOpeners.test(text.slice(next.unitEnd, next.unitEnd + 20)) ? next.unitEnd : number.unitEnd;
}

function skipBracket(text: string, from: number, limit: number): number {
  if (!/[（(]/.test(text[from] ?? '')) return from;
  const close = text.slice(from, Math.min(limit, from + 400)).search(/[）)]/);
  return close < 0 ? from : from + close + 1;
}
