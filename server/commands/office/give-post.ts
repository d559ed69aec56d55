import { findPerson } from '@/db/store';
import type { Role } from '@/server/domain/permissions';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireMeantPost } from './meant-post';
import { requireUnitToManage } from './person-access';
import { addPostOrAsk } from './posts';

/**
 * Gives a person a post in a unit.
 *
 * @param input.isMeant that somebody becomes administrator of a department
 * @param input.reason why somebody gives it to themselves
 * @returns whether it waits for another administrator, because it is one's own
 * @throws Refused not_found, forbidden, invalid (held already; not said to be meant)
 */
export async function givePost(
  context: CommandContext,
  {
    isMeant,
    reason = '',
    ...input
  }: { userId: string; unitId: string; role: Role; isMeant?: boolean | undefined; reason?: string | undefined },
): Promise<{ waits: boolean }> {
  return runCommand(context, 'duty.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId, 'duty.manage');
    if (!(await findPerson(tx, input.userId))) throw notFound();
    tx.about({ type: 'person', id: input.userId, unitId: input.unitId, period: null });
    await requireMeantPost(tx, { ...input, isMeant });
    return { waits: await addPostOrAsk(tx, context, input, reason.trim()) };
  });
}
