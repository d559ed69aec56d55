import { findPost, endPost as storeEndPost } from '@/db/store';
import { isOneOfThree } from '@/server/domain/duties';
import { notFound } from '@/server/views/access';
import { isOfficeDivided } from '@/server/views/acting-posts';
import { openWorkLeftBy } from '@/server/views/open-work';
import { type CommandContext, runCommand } from '../command';
import { lapseActsAskedBy } from '../duty/asker-stands';
import { byTheThree } from '../duty/three-guards';
import { requireReason } from '../require-words';
import { requireUnitToManage } from './person-access';
import { handOverPost, workLeft } from './posts';

/**
 * Ends a post from this moment on; the history keeps the name. A successor is given the post with it, and so the unit's open
 * work. Without one the last clerk of a unit with unfinished quarters does not go, unless they are left open for a reason.
 *
 * @throws Refused not_found, forbidden, invalid (work would be left without a clerk; the successor cannot take it over; no reason)
 */
export async function endPost(
  context: CommandContext,
  input: { postId: string; successorUserId?: string; isMeant?: boolean | undefined; leaveOpen?: boolean; reason?: string },
): Promise<void> {
  await runCommand(context, 'duty.manage', async (tx) => {
    const post = await findPost(tx, input.postId);
    if (!post || post.endedAt) throw notFound();
    await requireUnitToManage(tx, context, post.unitId, 'duty.manage');
    if (isOneOfThree(post.role) && (await isOfficeDivided(tx))) throw byTheThree();
    await tx.lock(`posts:${post.unitId}`);
    if (input.successorUserId !== undefined)
      await handOverPost(tx, context, post, { userId: input.successorUserId, isMeant: input.isMeant });
    tx.about({ type: 'person', id: post.userId, unitId: post.unitId, period: null });
    const left = input.successorUserId === undefined ? ((await openWorkLeftBy(tx, [post])).get(post.id) ?? []) : [];
    if (left.length > 0 && !input.leaveOpen) throw workLeft(left);
    if (left.length > 0) requireReason(input.reason ?? '');
    await storeEndPost(tx, post.id, context.now());
    const ended = { postId: post.id, userId: post.userId, role: post.role, unitId: post.unitId };
    tx.record('post.ended', ended, input.reason ? { reason: input.reason } : {});
    await lapseActsAskedBy(tx, context, post.userId);
  });
}
