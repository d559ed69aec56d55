import { isOneOfThree, isOnlyOfThree } from '@/server/domain/duties';
import { type Action, can, type HeldPost, type Role, roles } from '@/server/domain/permissions';

/** What somebody may do on the page of people. A button that is not there is no guard: the commands ask. */
export interface PeopleActs {
  accounts: boolean;
  duties: boolean;
  policy: boolean;
  /** 三员 are three people: the posts of the three go another way. */
  isDivided: boolean;
}

export function peopleActs(posts: readonly HeldPost[]): PeopleActs {
  const may = (action: Action) => posts.some((post) => can([post], action, { unitPath: [post.unitId], status: null }) === 'allowed');
  return {
    accounts: may('people.manage'),
    duties: may('duty.manage'),
    policy: may('policy.manage'),
    isDivided: posts.some((post) => isOnlyOfThree(post.role)),
  };
}

/** The roles that may be given on this page. */
export function rolesToGive({ isDivided }: PeopleActs): Role[] {
  return roles.filter((role) => !isOnlyOfThree(role) && !(isDivided && isOneOfThree(role)));
}

/** May this post be ended here? */
export function mayEnd(role: Role, { duties, isDivided }: PeopleActs): boolean {
  return duties && !(isDivided && isOneOfThree(role));
}
