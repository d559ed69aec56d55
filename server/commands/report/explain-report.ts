import { countersignExplanation, findExplanation, insertExplanation } from '@/db/store';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { loadReportView } from '@/server/views/report-view';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { requireReport } from './report-access';

/**
 * Explains a confirm finding of a report, or asks for the exception of a must-fix one, bound to its values.
 *
 * @throws Refused not_found, forbidden, conflict (the finding is gone), invalid (an empty phrase)
 */
export async function explainReportFinding(
  context: CommandContext,
  input: ReportKey & { rule: string; boundTo: string; text: string },
): Promise<{ id: string }> {
  return runCommand(context, 'report.explain', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.explain');
    const view = await loadReportView(tx, key, context.overlay);
    const finding = view?.checkRun.findings.find((one) => one.rule === input.rule && one.boundTo === input.boundTo);
    if (!finding)
      throw new Refused('conflict', {
        zh: '这条审核结果涉及的内容已经变化，请查看最新审核结果。',
        en: 'What this finding is about has changed. Look at the latest findings.',
      });
    requireReason(input.text);
    const id = context.newId();
    const kind = finding.severity === 'must_fix' ? 'exception' : 'explanation';
    await insertExplanation(
      tx,
      { ownerType: 'report', ownerId: report.id },
      { id, kind, rule: input.rule, boundTo: input.boundTo, text: input.text, writtenBy: context.actor.userId, writtenAt: context.now() },
    );
    tx.record('explanation.written', { id, kind, rule: input.rule, boundTo: input.boundTo, text: input.text }, { reason: input.text });
    return { id };
  });
}

/** The second signature under a report's exception. @throws Refused not_found, forbidden, own_work */
export async function countersignReportException(context: CommandContext, input: ReportKey & { exceptionId: string }): Promise<void> {
  await runCommand(context, 'report.countersign', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.countersign');
    const exception = await findExplanation(tx, input.exceptionId);
    if (!exception || exception.ownerId !== report.id || exception.kind !== 'exception') throw notFound();
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
