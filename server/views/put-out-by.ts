import { latestEvents, postsOf, type Reader } from '@/db/store';
import type { EventPayloads } from '@/server/domain/audit';
import { mayOnAll, pathsOf } from './second-person';

/** For so long after they were put out somebody is named whom somebody has put out. */
const withinMs = 7 * 24 * 3_600_000;
const mostEvents = 200;

/**
 * Whom somebody has disabled, or whose post of administrator they have ended, in the last seven days, and who might have confirmed this otherwise. Only
 * then there was no second person because of them.
 */
export async function putOutBy(
  reader: Reader,
  { userId: byUserId, now }: { userId: string; now: () => Date },
  unitIds: readonly string[],
): Promise<{ putOut?: string }> {
  const since = now().getTime() - withinMs;
  const paths = await pathsOf(reader, unitIds);
  const events = await latestEvents(reader, { kinds: ['person.changed', 'post.ended'], limit: mostEvents });
  for (const event of events) {
    if (event.actorId !== byUserId || event.objectId === byUserId || Date.parse(event.at) < since) continue;
    if (event.kind === 'post.ended') {
      const { userId, role, unitId } = event.payload as EventPayloads['post.ended'];
      if (role === 'admin' && mayOnAll([{ role, unitId }], 'duty.manage', paths)) return { putOut: userId };
      continue;
    }
    const { after } = event.payload as EventPayloads['person.changed'];
    if (after.isActive !== false || event.objectId === null) continue;
    const posts = await postsOf(reader, event.objectId);
    if (mayOnAll(posts, 'duty.manage', paths)) return { putOut: event.objectId };
  }
  return {};
}
