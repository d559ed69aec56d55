import type { CellChange, ContentSeen, DeclarationChange, ExplanationSeen } from './content-difference';

/** What a page showed when its person acted on it. */
export interface Seen extends ContentSeen {
  explanations: readonly ExplanationSeen[];
}

/** Who made a change, and when: ISO 8601 in UTC. Null when no person's act on this filing did (the unit's powers changed). */
export interface Traced {
  by: string | null;
  at: string | null;
}

/** What is other than it was on a person's screen, with who made it so. Plain JSON, for the details of a refusal. */
export interface SeenDifference {
  cells: readonly (CellChange & Traced)[];
  declared: readonly (DeclarationChange & Traced)[];
  text: ({ before: string; after: string } & Traced) | null;
  explanations: readonly ({ rule: string; text: string; change: 'written' | 'countersigned' } & Traced)[];
}
