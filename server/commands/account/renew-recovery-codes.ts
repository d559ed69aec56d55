import { writeRecoveryCodes } from '@/db/store';
import { confirmCode } from '@/server/auth/confirm-code';
import { type ConfirmDoor, confirmPerson } from '@/server/auth/confirm-person';
import { newRecoveryCodes } from '@/server/auth/recovery-codes';
import { type CommandContext, runCommand } from '../command';
import { requireOwnPassword, requireOwnSecondFactor } from './own-second-factor';

/**
 * New recovery codes, by password and code; those before do not work any more.
 *
 * @returns the codes, shown this once
 * @throws Refused invalid (password, code, or they have no second factor), too_many
 */
export async function renewRecoveryCodes(
  context: CommandContext,
  door: ConfirmDoor,
  input: { password: string; code: string },
): Promise<{ recoveryCodes: string[] }> {
  const { actor, store } = context;
  await requireOwnPassword(store.read, actor);
  await requireOwnSecondFactor(store.read, actor);
  await confirmPerson(context, { ...door, isOneClick: false }, { act: 'account.renewRecoveryCodes', password: input.password });
  const useCode = await confirmCode(context, { act: 'account.renewRecoveryCodes', code: input.code });
  const { shown, hashes } = newRecoveryCodes(actor.userId);
  return runCommand(context, 'account.renewRecoveryCodes', async (tx) => {
    tx.about({ type: 'person', id: actor.userId, unitId: null, period: null });
    await useCode(tx);
    await writeRecoveryCodes(tx, actor.userId, hashes);
    tx.record('person.recovery_codes_renewed', { userId: actor.userId });
    return { recoveryCodes: shown };
  });
}
