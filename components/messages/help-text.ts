import type { Guide, SectionOf } from '../help/help-places';

/** One thing that is told: paragraphs, then what to do in its order, then a table of two columns. */
export interface HelpPart {
  title: string;
  says: readonly string[];
  steps?: readonly string[];
  table?: readonly (readonly [string, string])[];
}

/** All that a guide tells; the compiler finds a section without words. */
export type HelpText<G extends Guide> = Record<SectionOf<G>, HelpPart>;
/** The guides in one language. Only the server reads them, which sends the page and no script for it. */
export type HelpMessages = { [G in Guide]: HelpText<G> } & {
  title: string;
  context: string;
  guides: Record<Guide, { title: string; hint: string; picture?: string }>;
  toKeys: string;
  keys: { title: string; context: string; key: string; does: string; rows: readonly (readonly [string, string])[] };
};
