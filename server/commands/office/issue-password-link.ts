import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { forgetHoldOff } from './forget-hold-off';
import { writePasswordLink } from './password-link';
import { requirePersonToManage } from './person-access';

/**
 * Issues a new set-password link; the old password and every session end when it is used. Nobody is held off by wrong passwords any more.
 * Nobody who has a password issues one for themselves: a session left open would take the account over without the password that official acts ask for.
 *
 * @throws Refused not_found, forbidden, invalid (oneself)
 */
export async function issuePasswordLink(
  context: CommandContext,
  input: { userId: string; unitId: string; device?: string | null },
): Promise<{ secret: string }> {
  return runCommand(context, 'people.manage', async (tx) => {
    const person = await requirePersonToManage(tx, context, input);
    if (person.id === context.actor.userId && person.hasPassword)
      throw new Refused('invalid', {
        zh: '不能给自己发链接。请在“我的账号”里更改密码；忘记密码的，请另一位管理员或系统运行人员发给您。',
        en: 'You cannot give yourself a link. Change your password under "My account"; if you have forgotten it, another administrator or whoever runs the server gives you one.',
      });
    await forgetHoldOff(tx, context, person);
    return { secret: await writePasswordLink(tx, context, input) };
  });
}
