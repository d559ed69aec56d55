import { listUnits, writeSetting } from '@/db/store';
import type { PasswordProfile } from '@/server/domain/accounts/password-policy';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { passwordProfile } from '@/server/views/password-profile';
import { type CommandContext, runCommand } from '../command';

/**
 * Chooses the standard that the office's passwords follow from now on. Passwords that are set already stay, unless they are too old by the new one.
 *
 * @param input.seen what stood there when the choice was made
 * @throws Refused not_found, forbidden, conflict (somebody else chose meanwhile)
 */
export async function setPasswordProfile(
  context: CommandContext,
  input: { profile: PasswordProfile; seen: PasswordProfile },
): Promise<void> {
  await runCommand(context, 'policy.manage', async (tx) => {
    await tx.lock('password-profile');
    const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
    if (!root) throw notFound();
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'policy.manage', { unitPath: root.path, status: null });
    const before = await passwordProfile(tx);
    if (before === input.profile) return;
    if (before !== input.seen)
      throw new Refused('conflict', {
        zh: '密码要求刚刚有人改过，没有保存。请看现在的设定，再决定。',
        en: 'Somebody has just changed this, so nothing was saved. Look at what stands now and decide again.',
      });
    await writeSetting(tx, 'passwordProfile', input.profile);
    tx.record('person.password_profile_set', { before, after: input.profile });
  });
}
