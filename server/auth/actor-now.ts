import { findSession, postsOf, type Reader } from '@/db/store';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { actingPosts } from '@/server/views/acting-posts';
import { isSessionAlive } from './session-limits';

/**
 * Whoever acts, as they stand now: for what is decided long after the request began. Who has no session (the console) stands as before.
 *
 * @throws Refused not_signed_in when the session is over, or the person may not work here any more
 */
export async function actorNow(reader: Reader, actor: Actor, now: Date): Promise<Actor> {
  if (actor.sessionId === null) return actor;
  const session = await findSession(reader, actor.sessionId);
  if (!session || session.userId !== actor.userId || !isSessionAlive(session, now)) throw notSignedIn();
  return { ...actor, posts: await actingPosts(reader, await postsOf(reader, actor.userId)) };
}

export function notSignedIn(): Refused {
  return new Refused('not_signed_in', {
    zh: '登录已过期或尚未登录，请登录后继续，已填内容不会丢失。',
    en: 'You are not signed in, or your session has ended. Sign in to continue; nothing you typed is lost.',
  });
}
