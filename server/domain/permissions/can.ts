import type { FilingStatus } from '../workflow/filing-status';
import { type Action, isDividedAct, permissionTable, unitsOf } from './permission-table';
import { type HeldPost, relationOf, type UnitPath } from './roles';

export interface PermissionTarget {
  unitPath: UnitPath;
  /**
   * The units that took over a closed one, one after the other: they answer for what it left. Left out where nothing is asked of them.
   */
  takenOverBy?: readonly string[];
  /** Null for things that have no filing status. */
  status: FilingStatus | null;
}

/**
 * allowed. not_visible: nothing of this unit may be known to the person; answer as if it did not exist.
 * not_permitted: none of the person's posts may do this here. wrong_status: a post may, but not in this state.
 */
export type Verdict = 'allowed' | 'not_visible' | 'not_permitted' | 'wrong_status';

/**
 * May a person holding these posts do this here and now? The same answer draws the button and guards the server.
 *
 * @param posts the posts held at this moment
 */
export function can(posts: readonly HeldPost[], action: Action, target: PermissionTarget): Verdict {
  const permission = permissionTable[action];
  let verdict: Verdict = posts.some((post) => reaches('filing.read', post, target)) ? 'not_permitted' : 'not_visible';
  for (const post of posts) {
    if (!reaches(action, post, target) || (post.isDivided && isDividedAct(action))) continue;
    if (permission.when === 'always' || target.status === null || permission.when.includes(target.status)) return 'allowed';
    verdict = 'wrong_status';
  }
  return verdict;
}

/** Is the target's unit one on which the role of this post may act, its states left aside? */
function reaches(action: Action, { role, unitId }: HeldPost, { unitPath, takenOverBy }: PermissionTarget): boolean {
  return unitsOf(role, action).includes(relationOf(unitId, unitPath, takenOverBy));
}
