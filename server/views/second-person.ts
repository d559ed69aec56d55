import { findUnit, listPosts, postsOf, type Reader } from '@/db/store';
import { type Action, can, type HeldPost } from '@/server/domain/permissions';
import { actingPosts } from './acting-posts';
import { whoCanSignIn } from './who-can-sign-in';

/** Whose units an act is asked on: every one of them has to be theirs who confirm it. */
export async function pathsOf(reader: Reader, unitIds: readonly string[]): Promise<(readonly string[])[]> {
  const units = await Promise.all([...new Set(unitIds)].map((id) => findUnit(reader, id)));
  return units.flatMap((unit) => (unit ? [unit.path] : []));
}

/** The units of somebody's posts; without any, the whole. */
export async function unitsAround(reader: Reader, userId: string, rootId: string): Promise<string[]> {
  const unitIds = (await postsOf(reader, userId)).map((post) => post.unitId);
  return unitIds.length > 0 ? unitIds : [rootId];
}

export function mayOnAll(posts: readonly HeldPost[], action: Action, paths: readonly (readonly string[])[]): boolean {
  return paths.every((unitPath) => can(posts, action, { unitPath, status: null }) === 'allowed');
}

/** Is there somebody else who can sign in and may do this on all these units? Whom it is about does not confirm it. */
export async function isThereASecond(
  reader: Reader,
  { notUserIds, action, unitIds }: { notUserIds: readonly string[]; action: Action; unitIds: readonly string[] },
): Promise<boolean> {
  const posts = await actingPosts(reader, await listPosts(reader));
  const paths = await pathsOf(reader, unitIds);
  return (await whoCanSignIn(reader)).some(
    (person) =>
      !notUserIds.includes(person.id) &&
      mayOnAll(
        posts.filter((post) => post.userId === person.id),
        action,
        paths,
      ),
  );
}
