import type { Token } from './concept-tokens';
import type { RuleId } from './rule-ids';

export interface ReadingTerms {
  zh: string;
  en: string;
  /** Terms of `evaluateSum`. */
  sum: readonly string[];
  columns: readonly string[];
  /** May be meant and is then right; what to write instead of a wrong number is the plain reading. */
  isLoose?: true;
}

/** What the words around a number say it counts, before any figure is looked at. */
export interface Statement {
  /** The same words give the same key: `answered`, `granted@natural_person`, `review:upheld`. */
  key: string;
  rule: RuleId;
  readings: readonly ReadingTerms[];
  /** Whose figures are meant. */
  frame: 'this_year' | 'last_year';
  /** A part of what the cell counts (a channel, a half-year, one office): may agree, is never a disagreement. */
  isPartial: boolean;
  /** Of a half-year, a month, several years; the next number of the sentence is so too, unless it names the year. */
  isOtherPeriod: boolean;
  /** Whose figure it is told to be, as written up to the word for the organ; null where no one is named. */
  organ: string | null;
  /** The whole territory it is told of, as written: `全区`. */
  territory: string | null;
  /** 元 is compared with the 分 of the cell; a count is itself. */
  quantity: 'count' | 'yuan';
  /** Where the statement begins: its first word in front, or the number. */
  start: number;
  /** Its last word, or the end of the unit. */
  end: number;
}

/** A statement before its frame and place are known, with the words that made it. */
export type Core = Pick<Statement, 'key' | 'rule' | 'readings'> & {
  tokens: readonly Token[];
  quantity?: Statement['quantity'];
  isPartial?: boolean;
};

/** What a number inherits from the words before its own clause. */
export interface Inherited {
  /** Words before the clause that name a subject, the nearest last: of the sentence, else of the one before, else of the heading. */
  subjects: readonly Token[];
  /** The statement of the number before it in the same sentence. */
  previous: Statement | null;
  /** Keys of every statement before it in the same sentence. */
  earlier: ReadonlySet<string>;
  reportYear: number;
  /** Who acts: the last one the sentence named before the number. */
  actor: Token | null;
  /** Every concept the sentence speaks of, whatever the place. */
  speaksOf: ReadonlySet<string>;
  /** From the number before to this one. */
  lead: string;
  /** The sentence around the number, no more than a few hundred characters of it. */
  nearby: string;
}
