import { insertPost, listPosts, writeSetting } from '@/db/store';
import { type ThreeDuty, threeDuties } from '@/server/domain/duties';
import { Refused } from '@/server/errors';
import { requirePermission } from '@/server/views/access';
import { withDutiesNow } from '@/server/views/acting-posts';
import { requireRoot } from '@/server/views/three-duties';
import { type CommandContext, runCommand } from '../command';
import { lapseActs } from './asked-act';
import { requireCanSignIn, requireTogether } from './three-guards';

/**
 * From now on system, security and audit administrator are three people, named here. Administrators keep what makes the report. What waited to be
 * confirmed ends.
 *
 * @throws Refused not_found, forbidden (also where they are three people already), invalid (not three people who can sign in; somebody holds what does not go together)
 * @source GB/T 22239-2019 8.1.5.1–8.1.5.3
 */
export async function divideOffice(context: CommandContext, named: Record<ThreeDuty, string>): Promise<void> {
  await runCommand(context, 'three_roles.divide', async (tx) => {
    const root = await requireRoot(tx);
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(await withDutiesNow(tx, context.actor), 'three_roles.divide', { unitPath: root.path, status: null });
    if (new Set(threeDuties.map((duty) => named[duty])).size < threeDuties.length)
      throw new Refused('invalid', {
        zh: '系统管理员、安全管理员、审计员必须是三个不同的人。',
        en: 'System, security and audit administrator have to be three different people.',
      });
    for (const duty of threeDuties) await requireCanSignIn(tx, named[duty]);
    for (const auditor of new Set((await listPosts(tx)).filter((post) => post.role === 'auditor').map((post) => post.userId)))
      await requireTogether(tx, auditor, 'auditor');
    for (const duty of threeDuties) {
      const userId = named[duty];
      await requireTogether(tx, userId, duty);
      const isHeld = (await listPosts(tx)).some((post) => post.userId === userId && post.unitId === root.id && post.role === duty);
      if (isHeld) continue;
      await insertPost(tx, { id: context.newId(), userId, unitId: root.id, role: duty, startedAt: context.now() });
      const object = { type: 'person', id: userId, unitId: root.id, period: null } as const;
      tx.record('post.given', { userId, role: duty, unitId: root.id }, { object });
      if (userId === context.actor.userId)
        tx.record('attention.own_post', { userId, role: duty, unitId: root.id, asked: null, by: 'dividing' }, { object });
    }
    await lapseActs(tx, context, () => true);
    await writeSetting(tx, 'threeRoles', true);
    tx.record('three_roles.divided', { system: named.system_admin, security: named.security_admin, auditor: named.auditor });
  });
}
