/** What a post lets its holder do. Held through posts in units, never by a person directly. */
export const roles = ['clerk', 'head', 'reviewer', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/**
 * Where the object's unit stands, seen from the unit of the post: the unit itself, a unit below it, a closed unit that it took over,
 * anywhere else.
 */
export const unitRelations = ['own', 'below', 'succeeded', 'elsewhere'] as const;
export type UnitRelation = (typeof unitRelations)[number];

/** A post as the permission table sees it. */
export interface HeldPost {
  role: Role;
  unitId: string;
}

/** Unit ids from the root of the tree down to the unit itself. */
export type UnitPath = readonly string[];

/** @param takenOverBy the units that took over the object's unit, one after the other */
export function relationOf(postUnitId: string, path: UnitPath, takenOverBy: readonly string[] = []): UnitRelation {
  if (path.at(-1) === postUnitId) return 'own';
  if (path.includes(postUnitId)) return 'below';
  return takenOverBy.includes(postUnitId) ? 'succeeded' : 'elsewhere';
}
