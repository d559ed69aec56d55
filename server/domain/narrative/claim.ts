import type { CellId } from '../formats';
import type { Sentence } from '../sentence';
import type { Decimal } from './decimal';
import type { RuleId } from './rule-ids';

/** A reading that was tried, with what it comes to: `275`, `≥275` by its known cells alone, null while too little of it is known. */
export interface Tried {
  zh: string;
  en: string;
  value: string | null;
  /** Where a table holds it: `表三“（七）总计，总计”`. */
  where?: Sentence;
  /** Right where it is meant, but not what to write. */
  isLoose?: true;
  /** What to write instead of what is stated, with its unit: `275件`. */
  write?: string;
}

export type Verdict = 'agrees' | 'disagrees' | 'not_checkable';

/** One thing a text claims about numbers, and whether it holds. Offsets are of the plain text. */
export interface Claim {
  rule: RuleId;
  verdict: Verdict;
  start: number;
  end: number;
  /** What the text says. */
  stated: string;
  tried: readonly Tried[];
  cells: readonly CellId[];
  /** What is counted and how many, of an exact statement on this year: for one statement against another. */
  key?: string;
  value?: number;
  /** A list that may not be complete weighs less. */
  isHint?: boolean;
  /** Where the number that is doubted begins: what is quoted is its clause. */
  at?: number;
  /** Whole numbers that would be right in its place; what rests on the number is judged by them too. */
  meant?: readonly Decimal[];
  /** Of the same slip: what this one has too much, that one has too little. */
  counterpart?: Claim;
  /** Told by the claim whose `counterpart` it is. */
  isPartOfAnother?: boolean;
  /** Of a sum that does not come out: what makes it right. */
  sum?: SumMended;
  /** Of such a sum: each of its numbers, with the value that would mend it. */
  members?: readonly SumMember[];
  /** The one number that is surely meant otherwise, since more than this claim comes right by it. */
  sure?: { stated: string; write: string };
  /** Holds only if a number that was found wrong is what it may be meant to be. */
  holdsBy?: { at: number; value: Decimal };
  /** Of a change that does not come out. */
  growth?: { level: GrowthEnd; base: GrowthEnd; claimed: Decimal; unit: string | null };
}

/** One of the two numbers a change is reckoned from. */
export interface GrowthEnd {
  at: number;
  stated: string;
  unit: string | null;
  value: Decimal;
}

export interface SumMember {
  at: number;
  stated: string;
  write: string;
  value: Decimal;
}

/** What may be written in a list that does not add up: another whole, another part, or a part that is missing. */
export interface SumMended {
  whole: { stated: string; write: string } | null;
  /** Parts that one slip explains, or that something else shows to be wrong. */
  parts: readonly { stated: string; write: string }[];
  /** What the parts have too little, or too much. */
  gap: string;
  isShort: boolean;
}
