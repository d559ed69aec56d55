import type { UnitKind } from './unit-kind';

/** What units are chosen for: under which a new one stands, where a post is given, what closes or takes over, whose report a file is, whose trends are shown, whom an announcement is for. */
export const choiceAims = ['parent', 'post', 'closing', 'adoption', 'trends', 'announcement'] as const;
export type ChoiceAim = (typeof choiceAims)[number];

/** A unit to choose. */
export interface UnitChoice {
  id: string;
  name: string;
  kind: UnitKind;
  /** How deep in the tree of those that can be chosen. */
  depth: number;
}

/** The first units that can be chosen, of those that are called so. */
export interface UnitChoices {
  units: readonly UnitChoice[];
  /** That are called so. */
  of: number;
  /** Whatever they are called. */
  all: number;
}
