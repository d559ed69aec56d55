import { randomUUID } from 'node:crypto';
import { insertPerson, insertPost, type Store } from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import type { Role } from '@/server/domain/permissions';
import type { Actor } from '@/server/views/access';

export interface Player {
  username: string;
  name: string;
  unitId: string;
  role: Role;
}

/**
 * A person who acts by the same commands as the browser, at a moment the caller sets.
 *
 * @param clock read at every act; a rehearsal moves it on between acts
 */
export async function addPlayer(store: Store, player: Player, clock: () => Date): Promise<CommandContext> {
  const userId = randomUUID();
  const post = { id: randomUUID(), userId, unitId: player.unitId, role: player.role };
  await store.tx(async (tx) => {
    await insertPerson(tx, { id: userId, username: player.username, name: player.name, passwordHash: null, createdAt: clock() });
    await insertPost(tx, { ...post, startedAt: clock() });
  });
  const actor: Actor = { userId, name: player.name, username: player.username, sessionId: null, posts: [post] };
  return contextOf(store, actor, clock);
}

/** Somebody who is in the store already. */
export function contextOf(store: Store, actor: Actor, clock: () => Date): CommandContext {
  return { store, actor, now: clock, newId: randomUUID, requestId: 'rehearsal', ip: null, overlay: null };
}
