import { sentKey } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { loadSigning } from '@/server/views/signing-view';
import { type CommandContext, runCommand } from '../command';
import { requireReport } from './report-access';
import { keepReportSignature, requireFinishedReport, requireReportView, requireSeenReport, sending } from './report-signatures';

/**
 * Sends a finished report round for signature: from now on it stands in the lists of those who sign. Sending it again adds nothing.
 *
 * @throws Refused not_found, forbidden, invalid (nobody signs here), conflict, obstacles
 */
export async function sendForSigning(context: CommandContext, input: ReportKey & { changeId: string; seenHash: string }): Promise<void> {
  await runCommand(context, 'report.send_for_signing', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.finalise');
    const view = await requireReportView(tx, context, key);
    const signing = await loadSigning(tx, view);
    if (signing.sent) return;
    if (signing.steps.length === 0)
      throw new Refused('invalid', {
        zh: '还没有设置签发步骤，可直接定稿；需要签字的，请在“签发步骤”中设置。',
        en: 'No steps of signing are set, so the report can be finalised as it is. Set some under "Signing steps" if it is to be signed.',
      });
    requireSeenReport(signing, input.seenHash);
    requireFinishedReport(view);
    const id = await keepReportSignature(tx, context, { report, view, signing, step: sending, note: '' });
    tx.record('report.signed', { id, step: sentKey, name: sending.name, hash: signing.hash, note: '' });
  });
}
