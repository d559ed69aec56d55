import { findPerson } from '@/db/store';
import type { Role } from '@/server/domain/permissions';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireUnitToManage } from './person-access';
import { addPost } from './posts';

/** Gives a person a post in a unit. @throws Refused not_found, forbidden, invalid (held already) */
export async function givePost(context: CommandContext, input: { userId: string; unitId: string; role: Role }): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    if (!(await findPerson(tx, input.userId))) throw notFound();
    tx.about({ type: 'person', id: input.userId, unitId: input.unitId, period: null });
    await addPost(tx, context, input);
  });
}
