import type { Scope } from '../../subject';

/** A sentence as it may stand in a chapter 一, with the report around it as far as it matters. Every other figure is 0. */
export interface Said {
  text: string;
  /** Counts as numbers, money as printed. */
  figures?: Readonly<Record<string, number | string>>;
  lastYear?: Readonly<Record<string, number | string>>;
  organ?: string;
  scope?: Scope;
}

/**
 * One kind of sentence, for people of the trade: what it is about, what it rests on, and sentences that show where it ends. To
 * extend the reader, put a sentence here first; `kinds.test.ts` runs them all and docs/rules.md shows them.
 */
export interface Kind {
  id: string;
  title: string;
  /** The law or the convention. */
  basis: string;
  /** `rule what is quoted` of every finding that must be answered, in the order of the text. */
  found: readonly (Said & { finds: readonly string[] })[];
  silent: readonly Said[];
}
