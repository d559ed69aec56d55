import type { CellId } from '../formats';
import type { RuleId } from './rule-ids';

/** A reading that was tried, with what it comes to: `275`, `≥275` by its known cells alone, null while too little of it is known. */
export interface Tried {
  zh: string;
  en: string;
  value: string | null;
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
}
