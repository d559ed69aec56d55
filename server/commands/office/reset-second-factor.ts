import { dropSecondFactor, endSessionsOf } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { forgetHoldOff } from './forget-hold-off';
import { requirePersonToManage } from './person-access';

/**
 * Takes somebody's second factor away, whose telephone is lost: they sign in by password again, and every session of theirs ends. Nobody does it for
 * themselves: a stolen session would be rid of what stops it.
 *
 * @throws Refused not_found, forbidden, invalid (oneself; no reason; they have none)
 */
export async function resetSecondFactor(context: CommandContext, input: { userId: string; unitId: string; reason: string }): Promise<void> {
  await runCommand(context, 'policy.manage', async (tx) => {
    const person = await requirePersonToManage(tx, context, input, 'policy.manage');
    if (person.id === context.actor.userId)
      throw new Refused('invalid', {
        zh: '不能重置自己的两步验证。有恢复码的，请在“我的账号”里关闭后重新开启；没有的，请另一位管理员或系统运行人员办理。',
        en: 'You cannot reset this for yourself. With a recovery code, switch it off and on again under "My account"; without one, another administrator or whoever runs the server does it.',
      });
    requireReason(input.reason);
    if (!(await dropSecondFactor(tx, person.id)))
      throw new Refused('invalid', {
        zh: `${person.name} 没有开启两步验证，不用重置。请刷新后查看。`,
        en: `${person.name} has no two-step sign-in, so there is nothing to reset. Reload and look.`,
      });
    await endSessionsOf(tx, person.id, context.now());
    await forgetHoldOff(tx, context, person);
    tx.record('person.second_factor_reset', { userId: person.id }, { reason: input.reason.trim() });
  });
}
