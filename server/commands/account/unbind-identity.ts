import { endSessionsOf, identitiesOf } from '@/db/store';
import { type ConfirmDoor, confirmPerson } from '@/server/auth/confirm-person';
import { type CommandContext, runCommand } from '../command';
import { dropIdentities, nothingBound } from '../office/drop-identities';

/**
 * A person gives up the identity that signs them in; every other session of theirs ends.
 *
 * @throws Refused invalid (the password is not right; nothing is bound), too_many
 */
export async function unbindIdentity(context: CommandContext, door: ConfirmDoor, input: { password: string }): Promise<void> {
  const { actor, store, now } = context;
  if ((await identitiesOf(store.read, actor.userId)).length === 0) throw nothingBound();
  await confirmPerson(context, { ...door, isOneClick: false }, { act: 'account.unbindIdentity', password: input.password });
  await runCommand(context, 'account.unbindIdentity', async (tx) => {
    tx.about({ type: 'person', id: actor.userId, unitId: null, period: null });
    await dropIdentities(tx, actor.userId);
    await endSessionsOf(tx, actor.userId, now(), actor.sessionId);
  });
}
