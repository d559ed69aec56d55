import { dropSecondFactor, endSessionsOf } from '@/db/store';
import { confirmCode } from '@/server/auth/confirm-code';
import { type ConfirmDoor, confirmPerson } from '@/server/auth/confirm-person';
import { type CommandContext, runCommand } from '../command';
import { requireOwnPassword, requireOwnSecondFactor } from './own-second-factor';

/**
 * A person gives up their second factor, by password and code: to take another telephone, or because they want none. Where the office asks for one
 * they switch it on again before anything else. Every other session of theirs ends.
 *
 * @throws Refused invalid (password, code, or they have none), too_many
 */
export async function turnOffSecondFactor(
  context: CommandContext,
  door: ConfirmDoor,
  input: { password: string; code: string },
): Promise<void> {
  const { actor, store, now } = context;
  await requireOwnPassword(store.read, actor);
  await requireOwnSecondFactor(store.read, actor);
  await confirmPerson(context, { ...door, isOneClick: false }, { act: 'account.turnOffSecondFactor', password: input.password });
  const useCode = await confirmCode(context, { act: 'account.turnOffSecondFactor', code: input.code });
  await runCommand(context, 'account.turnOffSecondFactor', async (tx) => {
    tx.about({ type: 'person', id: actor.userId, unitId: null, period: null });
    await useCode(tx);
    await dropSecondFactor(tx, actor.userId);
    await endSessionsOf(tx, actor.userId, now(), actor.sessionId);
    tx.record('person.second_factor_off', { userId: actor.userId });
  });
}
