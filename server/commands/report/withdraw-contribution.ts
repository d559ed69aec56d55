import { updateContribution } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { requireContribution } from './contribution-access';

/** Takes a request back; what was answered stays on record. @throws Refused not_found, forbidden, wrong_status (it is withdrawn) */
export async function withdrawContribution(context: CommandContext, input: { requestId: string }): Promise<void> {
  await runCommand(context, 'contribution.ask', async (tx) => {
    const request = await requireContribution(tx, context, input.requestId, 'contribution.ask');
    await updateContribution(tx, request.id, { withdrawnAt: context.now(), version: request.version + 1 });
    tx.record('contribution.withdrawn', { id: request.id, topic: request.topic });
  });
}
