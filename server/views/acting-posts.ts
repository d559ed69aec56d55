import { postsOf, type Reader, readSetting } from '@/db/store';
import { isOnlyOfThree } from '@/server/domain/duties';
import type { HeldPost } from '@/server/domain/permissions';
import type { Actor } from './access';

/** Are 三员 three people in this office? */
export async function isOfficeDivided(reader: Reader): Promise<boolean> {
  return (await readSetting(reader, 'threeRoles')) === true;
}

/** Posts as the permission table is asked with them: where 三员 are three people, an administrator's says so. */
export async function actingPosts<T extends HeldPost>(reader: Reader, posts: readonly T[]): Promise<T[]> {
  const isDivided = posts.some((post) => post.role === 'admin') && (await isOfficeDivided(reader));
  return posts.map((post) => (isDivided && post.role === 'admin' ? { ...post, isDivided } : post));
}

/**
 * Who acts, as their duties stand inside the transaction. What decides who may decide is not taken from what was read when the request came: of acts
 * that come at once, one may take away what another stands on.
 */
export async function withDutiesNow(reader: Reader, actor: Actor): Promise<Actor> {
  const held = new Set((await postsOf(reader, actor.userId)).map((post) => post.id));
  const isDivided = await isOfficeDivided(reader);
  const posts = actor.posts
    .filter((post) => (post.role !== 'admin' && !isOnlyOfThree(post.role)) || post.id === consolePost || held.has(post.id))
    .filter((post) => isDivided || !isOnlyOfThree(post.role))
    .map((post) => (post.role === 'admin' ? { ...post, isDivided } : post));
  return { ...actor, posts };
}

/** The post of whoever sits at the server's console; no row has it. */
export const consolePost = 'console';
