import { findPerson } from '@/db/store';
import type { Role } from '@/server/domain/permissions';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireMeantPost } from './meant-post';
import { requireUnitToManage } from './person-access';
import { addPost } from './posts';

/**
 * Gives a person a post in a unit.
 *
 * @param input.isMeant that somebody becomes administrator of a department
 * @throws Refused not_found, forbidden, invalid (held already; not said to be meant)
 */
export async function givePost(
  context: CommandContext,
  { isMeant, ...input }: { userId: string; unitId: string; role: Role; isMeant?: boolean | undefined },
): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    if (!(await findPerson(tx, input.userId))) throw notFound();
    tx.about({ type: 'person', id: input.userId, unitId: input.unitId, period: null });
    await requireMeantPost(tx, { ...input, isMeant });
    await addPost(tx, context, input);
  });
}
