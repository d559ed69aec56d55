import { printDecimal } from '../narrative/decimal';
import { evaluateToken, type ProseSources } from './evaluate';
import { exactnessOf, type LocalFact, printFact, wordsSayFact } from './local-fact';
import type { Candidate, ProseNumber } from './numbers-of';
import { isJoined } from './resolve-prose';
import { type Token, writeToken } from './token';

/** What becomes of one untyped number. The printed text stays the same in every case. */
export interface Settlement {
  number: ProseNumber;
  /** In the stored text, half-open. */
  start: number;
  end: number;
  token: Token;
  /** Only where a local fact is registered with it. */
  fact: LocalFact | null;
  /** The sentence claims what a table holds, and the number differs. */
  isContradicted: boolean;
}

/**
 * What accepting everything at once does to a text: a number is linked where its sentence says what it counts and the table agrees,
 * and is registered as a local fact otherwise; what cannot be read back as one number is declared as it stands.
 */
export function settleNumbers(stored: string, numbers: readonly ProseNumber[], sources: ProseSources, newId: () => string): Settlement[] {
  return numbers.flatMap((number) => (number.candidate ? [settle(stored, { number, candidate: number.candidate, sources, newId })] : []));
}

function settle(
  stored: string,
  { number, candidate, sources, newId }: { number: ProseNumber; candidate: Candidate; sources: ProseSources; newId: () => string },
): Settlement {
  const offer = candidate.offers.find((one) => one.agreement === 'sure');
  const linked = offer && linkNumber(stored, candidate, offer.token, sources);
  if (linked) return { number, ...linked, fact: null, isContradicted: false };
  const isContradicted = candidate.offers.some((one) => one.agreement === 'other');
  const registered = registerNumber(stored, candidate, newId);
  if (registered) return { number, ...registered, isContradicted };
  return { number, ...declareNumber(stored, candidate), fact: null, isContradicted };
}

/** The link in the number's place, printing what stands there now. @returns null when it would print something else */
export function linkNumber(
  stored: string,
  { start, end }: Candidate,
  token: Token,
  sources: ProseSources,
): { start: number; end: number; token: Token } | null {
  if (token.kind === 'literal' || token.kind === 'fact' || isJoined(stored, start, end)) return null;
  const words = stored.slice(start, end);
  for (const tried of [token, { ...token, words }]) if (evaluateToken(tried, sources).shown === words) return { start, end, token: tried };
  return null;
}

/** The number as a new local fact, printing what stands there now. @returns null when it does not read as one number by itself */
export function registerNumber(
  stored: string,
  { start, unitEnd, number }: Candidate,
  newId: () => string,
): { start: number; end: number; token: Token; fact: LocalFact } | null {
  if (number.value === null || isJoined(stored, start, unitEnd)) return null;
  const words = stored.slice(start, unitEnd);
  const fact: LocalFact = {
    id: newId(),
    name: nameOf(stored, start, unitEnd),
    value: printDecimal(number.value),
    unit: number.unit ?? '',
    exactness: exactnessOf(number.hedge),
    isRetired: false,
  };
  if (printFact(fact) === words) return { start, end: unitEnd, token: { kind: 'fact', id: fact.id, words: null }, fact };
  return wordsSayFact(words, fact) ? { start, end: unitEnd, token: { kind: 'fact', id: fact.id, words }, fact } : null;
}

export function declareNumber(stored: string, { start, end }: Candidate): { start: number; end: number; token: Token } {
  return { start, end, token: { kind: 'literal', text: stored.slice(start, end) } };
}

/** The text with the tokens in their places. */
export function withTokens(stored: string, settled: readonly { start: number; end: number; token: Token }[]): string {
  let text = stored;
  for (const { start, end, token } of [...settled].sort((a, b) => b.start - a.start))
    text = `${text.slice(0, start)}${writeToken(token)}${text.slice(end)}`;
  return text;
}

const maxOfName = 24;

/** The words of its clause, as a first name for the fact. */
function nameOf(stored: string, start: number, end: number): string {
  const lead = /[^，。；：、\n{}（）()]*$/.exec(stored.slice(Math.max(0, start - maxOfName), start))?.[0] ?? '';
  const after = /^[^，。；：、\n{}（）()]*/.exec(stored.slice(end, end + maxOfName))?.[0] ?? '';
  return (lead.trim() || after.trim() || stored.slice(start, end)).trim();
}
