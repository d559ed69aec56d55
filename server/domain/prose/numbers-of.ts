import type { CellId, ProseKey } from '../formats';
import { type AnalysedText, analyse } from '../narrative/analyse';
import { hedgesAfterUnit, hedgesBefore } from '../narrative/patterns/hedges';
import type { ReadNumber } from '../narrative/read-text';
import type { CheckSubject } from '../subject';
import type { ProseProblem, ProseSources } from './evaluate';
import { type Offer, offersFor } from './offers';
import { type ResolvedProse, storedRange } from './resolve-prose';
import type { Sum, Token } from './token';

/** literal: recognised by itself. declared: a literal token. untyped: nobody has said yet what it is. broken: a token with a problem. */
export type NumberState = 'linked' | 'fact' | 'declared' | 'literal' | 'untyped' | 'broken';

/** One number of a text, with what is known of it. */
export interface ProseNumber {
  text: ProseKey;
  state: NumberState;
  /** Half-open in the stored text. */
  start: number;
  end: number;
  /** Half-open in the printed text. */
  from: number;
  to: number;
  /** As printed. */
  shown: string;
  token: Token | null;
  problem: ProseProblem | null;
  cells: readonly CellId[];
  /** A linked number that is 0 or 1: its sentence may no longer read well. */
  isZeroOrOne: boolean;
  /** Only of an untyped number: the words a token would print, its hedge and its unit, and what it may be linked to. */
  candidate: Candidate | null;
}

export interface Candidate {
  /** Half-open in the stored text: the number with a 近, 约, 超 in front, without its unit. */
  start: number;
  end: number;
  /** With the unit, and with 左右 or 以上 behind it. */
  unitEnd: number;
  number: ReadNumber;
  offers: readonly Offer[];
}

/**
 * Every number of a text, in order. `subject` holds the printed texts; its analysis is shared with the checks.
 *
 * @param resolved of the same text the subject holds under `key`
 */
export function numbersOf(key: ProseKey, resolved: ResolvedProse, subject: CheckSubject, sources: ProseSources): ProseNumber[] {
  const live = resolved.pieces.flatMap((piece) => (piece.number ? [liveNumber(key, piece, piece.number)] : []));
  const text = analyse(subject).find((one) => one.key === key);
  if (!text) return live;
  const isLive = (from: number, to: number): boolean => live.some((one) => one.from < to && one.to > from);
  const found: ProseNumber[] = [];
  for (const number of text.read.literals) {
    const [from, to] = rangeOf(text, number.start, Math.max(number.end, number.unitEnd));
    if (!isLive(from, to)) found.push(plain({ key, state: 'literal', resolved, from, to, candidate: null }));
  }
  for (const { figures } of text.read.sentences) {
    const before: Sum[] = [];
    for (const number of figures) {
      const [from, to] = rangeOf(text, number.start, number.end);
      const standing = live.find((one) => one.from < to && one.to > from);
      if (standing) {
        if (standing.token?.kind === 'sum') before.push(standing.token.sum);
        continue;
      }
      const candidate = candidateOf({ text, number, resolved, subject, before, sources });
      found.push(plain({ key, state: 'untyped', resolved, from, to, candidate }));
      const meant = candidate.offers.find((offer) => offer.agreement === 'sure')?.token;
      if (meant?.kind === 'sum') before.push(meant.sum);
    }
  }
  return [...live, ...found].sort((a, b) => a.from - b.from);
}

function liveNumber(key: ProseKey, piece: ResolvedProse['pieces'][number], number: NonNullable<typeof piece.number>): ProseNumber {
  const { start, end, from, to, printed, token } = piece;
  const kind = token?.kind;
  const state = number.problem ? 'broken' : kind === 'literal' ? 'declared' : kind === 'fact' ? 'fact' : 'linked';
  return {
    text: key,
    state,
    start,
    end,
    from,
    to,
    shown: printed,
    token,
    problem: number.problem,
    cells: number.cells,
    isZeroOrOne: state === 'linked' && number.value !== null && isZeroOrOne(number.value),
    candidate: null,
  };
}

function isZeroOrOne({ unscaled, decimals }: { unscaled: number; decimals: number }): boolean {
  return unscaled === 0 || unscaled === 10 ** decimals;
}

function plain(of: {
  key: ProseKey;
  state: NumberState;
  resolved: ResolvedProse;
  from: number;
  to: number;
  candidate: Candidate | null;
}): ProseNumber {
  const { key, state, resolved, from, to, candidate } = of;
  return {
    text: key,
    state,
    ...storedRange(resolved, from, to),
    from,
    to,
    shown: resolved.text.slice(from, to),
    token: null,
    problem: null,
    cells: [],
    isZeroOrOne: false,
    candidate,
  };
}

function candidateOf(of: {
  text: AnalysedText;
  number: ReadNumber;
  resolved: ResolvedProse;
  subject: CheckSubject;
  before: readonly Sum[];
  sources: ProseSources;
}): Candidate {
  const { text, number, resolved } = of;
  const { plain: read } = text.read;
  const lead = number.hedge ? hedgeBefore(read.text, number.start) : 0;
  const behind = number.hedge ? hedgeAfter(read.text, number.unitEnd) : 0;
  const [from, to] = rangeOf(text, number.start - lead, number.end);
  const [, unitTo] = rangeOf(text, number.start, Math.max(number.end, number.unitEnd + behind));
  const { start, end } = storedRange(resolved, from, to);
  const unitEnd = storedRange(resolved, from, unitTo).end;
  return { start, end, unitEnd, number, offers: offersFor({ ...of, words: resolved.text.slice(from, to) }) };
}

function hedgeBefore(plainText: string, at: number): number {
  const lead = plainText.slice(Math.max(0, at - 3), at);
  return hedgesBefore.map(({ pattern }) => pattern.exec(lead)?.[0].length ?? 0).find((length) => length > 0) ?? 0;
}

function hedgeAfter(plainText: string, at: number): number {
  const text = plainText.slice(at, at + 2);
  return hedgesAfterUnit.map(({ pattern }) => pattern.exec(text)?.[0].length ?? 0).find((length) => length > 0) ?? 0;
}

/** A range of the plain text in the printed one. */
function rangeOf({ read }: AnalysedText, start: number, end: number): [number, number] {
  const { origin } = read.plain;
  const from = origin[start] ?? 0;
  return [from, end > start ? (origin[end - 1] ?? from) + 1 : from];
}
