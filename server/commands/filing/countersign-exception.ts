import { countersignExplanation, findExplanation } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';

/**
 * The second signature under an exception. Never by the person who wrote it.
 *
 * @throws Refused not_found, forbidden, wrong_status, own_work
 */
export async function countersignException(context: CommandContext, input: { filingId: string; exceptionId: string }): Promise<void> {
  await runCommand(context, 'filing.countersign', async (tx) => {
    const filing = await requireFiling(tx, context.actor, input.filingId, 'filing.countersign');
    const exception = await findExplanation(tx, input.exceptionId);
    if (!exception || exception.ownerId !== filing.id || exception.kind !== 'exception') throw notFound();
    if (exception.writtenBy === context.actor.userId)
      throw new Refused('own_work', {
        zh: '放行须由另一人会签，不能会签自己的申请。',
        en: 'An exception is countersigned by another person, never by its author.',
      });
    if (exception.countersignedBy) return;
    await countersignExplanation(tx, exception.id, context.actor.userId, context.now());
    tx.record('exception.countersigned', { id: exception.id, rule: exception.rule, boundTo: exception.boundTo });
  });
}
