import { findSecondFactor } from '@/db/store';
import { confirmCode } from '@/server/auth/confirm-code';
import { type ConfirmDoor, confirmPerson } from '@/server/auth/confirm-person';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';

/**
 * Before somebody is sent to the provider to bind who they are there, by which they come in without password and code afterwards: the password,
 * and a code of whoever has a second factor.
 *
 * @throws Refused invalid (password, code), too_many
 */
export async function confirmBinding(
  context: CommandContext,
  door: ConfirmDoor,
  input: { password: string; code?: string | undefined },
): Promise<void> {
  const act = 'account.bindIdentity';
  await confirmPerson(context, { ...door, isOneClick: false }, { act, password: input.password });
  if (!(await findSecondFactor(context.store.read, context.actor.userId))) return;
  if (!input.code)
    throw new Refused('invalid', {
      zh: '您已开启两步验证，绑定统一身份还要一个动态口令或恢复码。请刷新后填写。',
      en: 'You have two-step sign-in, so binding asks for a code or a recovery code too. Reload and type one.',
    });
  await runCommand(context, act, await confirmCode(context, { act, code: input.code }));
}
