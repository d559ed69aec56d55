import { countersignExplanation, type ExplanationOwner, findExplanation, insertExplanation } from '@/db/store';
import type { Finding } from '@/server/domain/checks';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import type { CommandContext, CommandTx, EventObject } from './command';
import { requireReason } from './require-words';

/**
 * Writes the 说明 of a confirm finding, or asks for the 放行 of a must-fix one, for a filing as for a report.
 *
 * @throws Refused invalid (an empty phrase)
 */
export async function writeExplanation(
  tx: CommandTx,
  context: CommandContext,
  { owner, finding, text, object }: { owner: ExplanationOwner; finding: Finding; text: string; object?: EventObject },
): Promise<{ id: string }> {
  requireReason(text);
  const id = context.newId();
  const kind = finding.severity === 'must_fix' ? 'exception' : 'explanation';
  const { rule, boundTo } = finding;
  await insertExplanation(tx, owner, { id, kind, rule, boundTo, text, writtenBy: context.actor.userId, writtenAt: context.now() });
  tx.record('explanation.written', { id, kind, rule, boundTo, text }, { reason: text, ...(object ? { object } : {}) });
  return { id };
}

/** The second signature under an exception; a second click changes nothing. @throws Refused not_found, own_work */
export async function countersign(
  tx: CommandTx,
  context: CommandContext,
  { owner, exceptionId }: { owner: ExplanationOwner; exceptionId: string },
): Promise<void> {
  const exception = await findExplanation(tx, exceptionId);
  if (!exception || exception.ownerId !== owner.ownerId || exception.kind !== 'exception') throw notFound();
  if (exception.writtenBy === context.actor.userId)
    throw new Refused('own_work', {
      zh: '放行须由另一人会签，不能会签自己的申请。',
      en: 'An exception is countersigned by another person, never by its author.',
    });
  if (exception.countersignedBy) return;
  await countersignExplanation(tx, exception.id, context.actor.userId, context.now());
  tx.record('exception.countersigned', { id: exception.id, rule: exception.rule, boundTo: exception.boundTo });
}
