import { type Post, postsHeld, postsIn, type Reader } from '@/db/store';
import type { Audience } from '@/server/domain/notices';

/** Whom an announcement reaches now, once each, with a post by which it does. */
export async function peopleSpokenTo(reader: Reader, to: Audience): Promise<Post[]> {
  const posts =
    to.audience === 'units' ? await postsIn(reader, to.unitIds) : await postsHeld(reader, to.audience === 'role' ? to.role : null);
  const first = new Map<string, Post>();
  for (const post of posts) if (!first.has(post.userId)) first.set(post.userId, post);
  return [...first.values()];
}

/** Does an announcement reach somebody with these posts? */
export function isSpokenTo(posts: readonly Pick<Post, 'unitId' | 'role'>[], to: Audience): boolean {
  if (to.audience === 'all') return posts.length > 0;
  return posts.some((post) => (to.audience === 'units' ? to.unitIds.includes(post.unitId) : post.role === to.role));
}
