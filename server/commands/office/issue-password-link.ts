import { type CommandContext, runCommand } from '../command';
import { writePasswordLink } from './password-link';
import { requirePersonToManage, requireUnitToManage } from './person-access';

/** Issues a new set-password link; the old password and every session end when it is used. @throws Refused not_found, forbidden */
export async function issuePasswordLink(context: CommandContext, input: { userId: string; unitId: string }): Promise<{ secret: string }> {
  return runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    await requirePersonToManage(tx, context, input.userId);
    tx.about({ type: 'person', id: input.userId, unitId: input.unitId, period: null });
    return { secret: await writePasswordLink(tx, context, input.userId) };
  });
}
