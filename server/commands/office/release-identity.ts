import { endSessionsOf } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { dropIdentities } from './drop-identities';
import { requirePersonToManage } from './person-access';

/**
 * Takes a person's identity away, as when it was bound by the wrong one: it signs them in no more, and every session of theirs ends. They bind another
 * themselves. One's own is given up under "My account", by password.
 *
 * @throws Refused not_found, forbidden, invalid (oneself, no reason, nothing is bound)
 */
export async function releaseIdentity(context: CommandContext, input: { userId: string; unitId: string; reason: string }): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    const person = await requirePersonToManage(tx, context, input);
    if (person.id === context.actor.userId)
      throw new Refused('invalid', {
        zh: '自己的统一身份，请在“我的账号”里解除。',
        en: 'Unbind your own identity under "My account".',
      });
    requireReason(input.reason);
    await dropIdentities(tx, person.id, input.reason);
    await endSessionsOf(tx, person.id, context.now());
  });
}
