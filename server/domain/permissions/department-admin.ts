import type { UnitKind } from '../units/unit-kind';
import type { Role } from './roles';

/** The units that run the whole: an administrator there is one of the office. */
const officeKinds: readonly UnitKind[] = ['government', 'office'];

/**
 * Does this post make its holder administrator of a department? It reaches as far in that unit and below as the office's own reaches over all:
 * people, links, unlocking, texts, editions. Whoever gives it says that it is meant.
 */
export function isDepartmentAdmin(role: Role, unitKind: UnitKind): boolean {
  return role === 'admin' && !officeKinds.includes(unitKind);
}
