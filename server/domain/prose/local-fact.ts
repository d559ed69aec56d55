import { asInteger, compare, type Decimal, readDecimal } from '../narrative/decimal';
import { findNumbers } from '../narrative/find-numbers';
import { fits } from '../narrative/judge-statement';
import type { Hedge } from '../narrative/patterns/hedges';
import { plainText } from '../narrative/plain-text';

/** exact; more: 20余, above it; nearly: 近20, not above it; about: 约20. */
export type Exactness = 'exact' | 'more' | 'nearly' | 'about';
export const exactnesses = ['exact', 'more', 'nearly', 'about'] as const satisfies readonly Exactness[];

/** A number that no statutory table holds, with who answers for it. */
export interface LocalFact {
  id: string;
  name: string;
  /** Digits: 1203, 96.5. */
  value: string;
  /** 家, 场次, %; may be empty. */
  unit: string;
  exactness: Exactness;
  isRetired: boolean;
}

const exactnessOfHedge: Readonly<Record<Hedge, Exactness>> = {
  more: 'more',
  at_least: 'more',
  nearly: 'nearly',
  below: 'nearly',
  about: 'about',
};

export function exactnessOf(hedge: Hedge | null): Exactness {
  return hedge === null ? 'exact' : exactnessOfHedge[hedge];
}

/** 20余家, 近500人, 约80件, 20家. */
export function printFact({ value, unit, exactness }: Pick<LocalFact, 'value' | 'unit' | 'exactness'>): string {
  const before = exactness === 'nearly' ? '近' : exactness === 'about' ? '约' : '';
  return `${before}${value}${exactness === 'more' ? '余' : ''}${unit}`;
}

/** Whether words hold exactly one number and that number is the fact's, as exact as the fact. */
export function wordsSayFact(words: string, fact: Pick<LocalFact, 'value' | 'exactness'>): boolean {
  const said = numberIn(words);
  const value = readDecimal(fact.value);
  return said !== null && value !== null && compare(said.value, value) === 0 && exactnessOf(said.hedge) === fact.exactness;
}

/** Whether words hold exactly one number and it is true of the value: equal, or within its 余, 近, 约. */
export function wordsSayValue(words: string, value: Decimal): boolean {
  const said = numberIn(words);
  if (said === null) return false;
  if (compare(said.value, value) === 0) return true;
  const [exact, stated] = [asInteger(value), asInteger(said.value)];
  return said.hedge !== null && exact !== null && stated !== null && fits(exact, stated, said);
}

/** The unit the words end with, or nothing. */
export function unitIn(words: string): string {
  return numberIn(words)?.unit ?? '';
}

function numberIn(words: string): { value: Decimal; hedge: Hedge | null; unit: string | null } | null {
  const [number, ...more] = findNumbers(plainText(words).text);
  return number?.value && more.length === 0 ? { value: number.value, hedge: number.hedge, unit: number.unit } : null;
}
