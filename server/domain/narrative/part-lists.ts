import {
  bracketOpener,
  completeOpeners,
  families,
  listEnders,
  listOpeners,
  newStatementVerbs,
  openEnded,
  remainder,
} from './patterns/lists';
import type { ReadNumber } from './read-text';

/** A whole and the numbers of the same unit that are said to be its parts. */
export interface PartList {
  whole: ReadNumber;
  parts: readonly ReadNumber[];
  /** complete: the words say that nothing is missing. likely: three parts or more, or a bracket of two. open: no claim to a sum. */
  claims: 'complete' | 'likely' | 'open';
  /** The whole stands behind 其中 or 含 itself. */
  isItselfPart: boolean;
}

/** Every list of parts in one sentence: behind 其中, 含, 包括, 分别为, in a bracket, and in front of 共. */
export function partLists(text: string, figures: readonly ReadNumber[]): PartList[] {
  const lists: PartList[] = [];
  figures.forEach((number, index) => {
    if (number.unit === '%' || number.change || number.hedge || number.value === null) return;
    const inBracket = bracketList(text, figures, index);
    if (inBracket) lists.push(inBracket);
    const behind = behindList(text, figures, index);
    if (behind) lists.push(behind);
    const total = totalOf(text, figures, index);
    if (total) lists.push(total);
  });
  return lists;
}

/** The longest list that is read. */
const maxParts = 40;

/** 119期（含…47期，…72期） */
function bracketList(text: string, figures: readonly ReadNumber[], index: number): PartList | null {
  const number = figures[index] as ReadNumber;
  const after = text.slice(number.unitEnd, Math.min(number.sentence.end, number.unitEnd + 400));
  const opener = bracketOpener.exec(after);
  if (!opener) return null;
  const close = after.search(/[）)]/);
  if (close < 0) return null;
  const start = number.unitEnd + opener[0].length;
  const end = number.unitEnd + close;
  const parts = figures
    .slice(index + 1, index + 1 + maxParts)
    .filter((other) => other.start >= start && other.end <= end && isPartOf(other, number));
  return parts.length > 0 ? finish(text, number, { parts, start, inBracket: true }) : null;
}

/** 119期，其中…47期，…72期 */
function behindList(text: string, figures: readonly ReadNumber[], index: number): PartList | null {
  const number = figures[index] as ReadNumber;
  const from = skipBracket(text, skipCompanion(text, figures, index), number.sentence.end);
  const after = text.slice(from, Math.min(number.sentence.end, from + 60));
  const opener = listOpeners.exec(after);
  if (!opener) return null;
  const start = from + opener[0].length;
  // `其中：一是…3件；二是…4件`: the semicolons separate the parts.
  const byItems = /[：:]/.test(text.slice(from, start + 2));
  const parts: ReadNumber[] = [];
  let depth = 0;
  let at = start;
  for (const other of figures.slice(index + 1, index + 1 + maxParts)) {
    if (other.start < start) continue;
    const gap = text.slice(at, other.start);
    depth = Math.max(0, depth + count(gap, /[（(]/g) - count(gap, /[）)]/g));
    if (parts.length > 0 && depth === 0 && (endsList(text, gap, parts) || (/[；;]/.test(gap) && !byItems))) break;
    at = other.unitEnd;
    if (depth === 0 && isPartOf(other, number)) parts.push(other);
  }
  return parts.length > 0 ? finish(text, number, { parts, start, inBracket: false }) : null;
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

function finish(
  text: string,
  number: ReadNumber,
  { parts, start, inBracket }: { parts: readonly ReadNumber[]; start: number; inBracket: boolean },
): PartList {
  const last = parts.at(-1) as ReadNumber;
  const span = text.slice(start, last.unitEnd);
  const tail = text.slice(last.unitEnd, last.unitEnd + 8);
  const lead = text.slice(number.unitEnd, start);
  const labels = parts.map((part, index) => text.slice(index === 0 ? start : (parts[index - 1] as ReadNumber).unitEnd, part.start));
  const isOpen = openEnded.test(lead) || /^[^，。；]{0,6}等/.test(tail) || openEnded.test(labels[0] ?? '');
  const isComplete =
    parts.length >= 2 &&
    (completeOpeners.test(text.slice(number.unitEnd, start + 2)) ||
      remainder.test(labels.at(-1) ?? '') ||
      families.some((family) => labels.every((label) => family.test(label))));
  const isItselfPart = /其中|含|包括/.test(text.slice(number.context.clause.start, number.start));
  if (isComplete && !isOpen) return { whole: number, parts, claims: 'complete', isItselfPart };
  const isLikely = !isOpen && (parts.length >= 3 || (inBracket && parts.length === 2)) && !/[。；;]/.test(span);
  return { whole: number, parts, claims: isLikely ? 'likely' : 'open', isItselfPart };
}

function endsList(text: string, gap: string, parts: readonly ReadNumber[]): boolean {
  if (/其中/.test(gap) || listEnders.test(gap)) return true;
  const clause = /[，,；;][^，,；;]*$/.exec(gap)?.[0];
  if (clause === undefined || !newStatementVerbs.test(clause)) return false;
  const first = parts[0] as ReadNumber;
  return !newStatementVerbs.test(text.slice(first.context.clause.start, first.start).replace(/^其中[，：:]?/, ''));
}

function isPartOf(part: ReadNumber, number: ReadNumber): boolean {
  if (part.change || part.value === null || part === number) return false;
  return part.unit === number.unit || (part.unit === null && number.unit !== null);
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

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
