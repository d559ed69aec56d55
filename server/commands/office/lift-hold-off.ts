import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { forgetHoldOff } from './forget-hold-off';
import { requirePersonToManage } from './person-access';

/**
 * Lets a person try their password again at once, after too many wrong ones: every count of the account begins anew. Where nobody is held off, nothing
 * is done. Nobody does it for themselves: a session that guesses its own person's password would never have to wait.
 *
 * @throws Refused not_found, forbidden, invalid (oneself)
 */
export async function liftHoldOff(context: CommandContext, input: { userId: string; unitId: string }): Promise<void> {
  await runCommand(context, 'policy.manage', async (tx) => {
    const person = await requirePersonToManage(tx, context, input, 'policy.manage');
    if (person.id === context.actor.userId)
      throw new Refused('invalid', {
        zh: '不能解除自己的暂缓登录，请由另一位管理员办理。',
        en: 'You cannot lift this for yourself; another administrator has to.',
      });
    await forgetHoldOff(tx, context, person);
  });
}
