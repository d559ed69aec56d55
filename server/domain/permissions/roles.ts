/**
 * What a post lets its holder do. Held through posts in units, never by a person directly. The last two are there only where 三员 are three people
 * (`domain/duties`).
 */
export const roles = ['clerk', 'head', 'reviewer', 'admin', 'auditor', 'system_admin', 'security_admin'] as const;
export type Role = (typeof roles)[number];
export type DividedRole = 'system_admin' | 'security_admin';

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
  /** An administrator's, where 三员 are three people: what belongs to one of the three is not done by it. */
  isDivided?: boolean;
}

/** Unit ids from the root of the tree down to the unit itself. */
export type UnitPath = readonly string[];

/** @param takenOverBy the units that took over the object's unit, one after the other */
export function relationOf(postUnitId: string, path: UnitPath, takenOverBy: readonly string[] = []): UnitRelation {
  if (path.at(-1) === postUnitId) return 'own';
  if (path.includes(postUnitId)) return 'below';
  return takenOverBy.includes(postUnitId) ? 'succeeded' : 'elsewhere';
}
