import type { Store } from '@/db/store';
import { can } from '@/server/domain/permissions';
import { noteFault } from '@/server/log/request-scope';
import { type Place, presenceOf, type Room } from '@/server/presence/presence';
import { type Actor, requireReadableFiling } from '@/server/views/access';

/** Who is in a room: whoever judges, or whoever fills in. Others neither see nor are seen. */
const actOf = { review: 'board.read', form: 'filing.edit' } as const;

/**
 * Who else has a filing open. Asking is being there; with `leaves`, going.
 *
 * @returns names, each once; none for somebody who has no part in the room
 * @throws Refused not_found
 */
export async function whoIsHere(
  store: Store,
  actor: Actor,
  { room, filingId, leaves = false }: { room: Room; filingId: string; leaves?: boolean | undefined },
): Promise<string[]> {
  const { unitPath } = await requireReadableFiling(store.read, actor, filingId);
  if (!isOf(actor, { room, unitPath })) return [];
  const presence = presenceOf(store);
  const { userId, name } = actor;
  const place = { room, filingId, unitPath };
  // A name that others do not see for some seconds is no fault of the page.
  await presence[leaves ? 'leave' : 'come'](place, { userId, name }).catch((error: unknown) => noteFault('presence was not told', error));
  return presence.inRoom(room).flatMap((one) => (one.filingId === filingId && one.userId !== userId ? [one.name] : []));
}

/** Who reads which submission just now, by filing, of those that the person may see; themselves apart. */
export function whoReadsWhat(store: Store, actor: Actor): Record<string, string[]> {
  const readers: Record<string, string[]> = {};
  for (const one of presenceOf(store).inRoom('review'))
    if (one.userId !== actor.userId && isOf(actor, one)) readers[one.filingId] = [...(readers[one.filingId] ?? []), one.name];
  return readers;
}

function isOf({ posts }: Actor, { room, unitPath }: Pick<Place, 'room' | 'unitPath'>): boolean {
  return can(posts, actOf[room], { unitPath, status: null }) === 'allowed';
}
