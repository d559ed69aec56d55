import { type CommandContext, runCommand } from '../command';
import { countersign } from '../explanations';
import { requireFiling } from './filing-access';

/**
 * The second signature under an exception. Never by the person who wrote it.
 *
 * @throws Refused not_found, forbidden, wrong_status, own_work
 */
export async function countersignException(context: CommandContext, input: { filingId: string; exceptionId: string }): Promise<void> {
  await runCommand(context, 'filing.countersign', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.countersign');
    await countersign(tx, context, { owner: { ownerType: 'filing', ownerId: filing.id }, exceptionId: input.exceptionId });
  });
}
