import type { Quarter } from '../periods';
import type { Severity } from '../subject';

/** What is shown of a list of findings by how they weigh: `weighty` is all that asks for something. */
export const foundWeights = ['weighty', 'must_fix', 'confirm', 'hint', 'all'] as const;
export type FoundWeight = (typeof foundWeights)[number];

/** `open`: it asks for something still. `excepted`: let through, with both signatures. */
export const foundStates = ['all', 'open', 'explained', 'excepted'] as const;
export type FoundState = (typeof foundStates)[number];

/** Which findings over all units are asked for; null and '' ask for all. */
export interface FoundFilter {
  quarter: Quarter | null;
  weight: FoundWeight;
  state: FoundState;
  rule: string | null;
  /** A part of the unit's name. */
  unit: string;
}

export function weighsAs(severity: Severity, weight: FoundWeight): boolean {
  if (weight === 'all') return true;
  return weight === 'weighty' ? severity !== 'hint' : severity === weight;
}
