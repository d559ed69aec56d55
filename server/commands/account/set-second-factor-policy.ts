import { findSecondFactor, listUnits, writeSetting } from '@/db/store';
import type { SecondFactorPolicy } from '@/server/domain/accounts/second-factor-policy';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { secondFactorPolicy } from '@/server/views/second-factor-policy';
import { type CommandContext, runCommand } from '../command';

/**
 * Says of whom a second factor is asked from now on. Whoever has none and is signed in by password switches it on before anything else, from the next request.
 * Who asks it of others has one: with a server's clock that goes wrong nobody could switch it on, and everybody would stand before a door that does not open.
 *
 * @param input.seen what stood there when the choice was made
 * @throws Refused not_found, forbidden, conflict (somebody else chose meanwhile), invalid (who asks it of others has none)
 * @source ASVS 5.0 6.3.3
 */
export async function setSecondFactorPolicy(
  context: CommandContext,
  input: { policy: SecondFactorPolicy; seen: SecondFactorPolicy; reason?: string },
): Promise<void> {
  await runCommand(context, 'policy.manage', async (tx) => {
    const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
    if (!root) throw notFound();
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'policy.manage', { unitPath: root.path, status: null });
    const before = await secondFactorPolicy(tx);
    if (before === input.policy) return;
    if (before !== input.seen)
      throw new Refused('conflict', {
        zh: '两步验证的要求刚刚有人改过，没有保存。请看现在的设定，再决定。',
        en: 'Somebody has just changed this, so nothing was saved. Look at what stands now and decide again.',
      });
    if (input.policy !== 'nobody' && !(await findSecondFactor(tx, context.actor.userId)))
      throw new Refused('invalid', {
        zh: '请先在“我的账号”里为自己开启两步验证，确认手机和服务器的时间对得上，再要求别人开启。',
        en: 'Switch two-step sign-in on for yourself first, under "My account": it shows that telephone and server agree on the time. Then ask it of others.',
      });
    await writeSetting(tx, 'secondFactorPolicy', input.policy);
    tx.record('person.second_factor_policy_set', { before, after: input.policy }, input.reason ? { reason: input.reason } : {});
  });
}
