import { type CommandContext, runCommand } from '../command';
import { forgetHoldOff } from './forget-hold-off';
import { writePasswordLink } from './password-link';
import { requirePersonToManage, requireUnitToManage } from './person-access';

/** Issues a new set-password link; the old password and every session end when it is used. Nobody is held off by wrong passwords any more. @throws Refused not_found, forbidden */
export async function issuePasswordLink(context: CommandContext, input: { userId: string; unitId: string }): Promise<{ secret: string }> {
  return runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    const person = await requirePersonToManage(tx, context, input.userId);
    tx.about({ type: 'person', id: input.userId, unitId: input.unitId, period: null });
    await forgetHoldOff(tx, context, person);
    return { secret: await writePasswordLink(tx, context, input.userId) };
  });
}
