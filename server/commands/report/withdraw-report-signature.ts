import { withdrawStoredSignature } from '@/db/store';
import { sentKey } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { loadSigning } from '@/server/views/signing-view';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { requireReport } from './report-access';
import { requireReportView, sending } from './report-signatures';

/**
 * Takes a signature back, or the sending round; until the edition it was given for is made. The reason stays in the log.
 *
 * @throws Refused not_found, forbidden, own_work (somebody else's), invalid (no such signature, no real reason), conflict (an edition holds it)
 */
export async function withdrawReportSignature(
  context: CommandContext,
  input: ReportKey & { signatureId: string; reason: string },
): Promise<void> {
  await runCommand(context, 'report.withdraw_signature', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    await requireReport(tx, context, key, 'report.sign');
    const view = await requireReportView(tx, context, key);
    const { sent, signatures, steps, edition } = await loadSigning(tx, view);
    const signature = [...signatures, ...(sent ? [sent] : [])].find((one) => one.id === input.signatureId);
    if (!signature)
      throw new Refused('invalid', {
        zh: '没有这个签字，或者已经撤回。请刷新页面查看。',
        en: 'There is no such signature, or it was withdrawn. Reload the page.',
      });
    if (signature.signedBy !== context.actor.userId)
      throw new Refused('own_work', { zh: '只能撤回自己的签字。', en: 'You can withdraw your own signature only.' });
    if (signature.edition < edition)
      throw new Refused('conflict', {
        zh: `这个签字已列入第 ${signature.edition} 版，不能撤回。`,
        en: `Edition ${signature.edition} holds this signature; it cannot be withdrawn.`,
      });
    requireReason(input.reason);
    await withdrawStoredSignature(tx, signature.id, context.actor.userId, context.now());
    const name = signature.step === sentKey ? sending.name : (steps.find((step) => step.key === signature.step)?.name ?? signature.step);
    tx.record(
      'report.signature_withdrawn',
      { id: signature.id, step: signature.step, name, reason: input.reason },
      { reason: input.reason },
    );
  });
}
