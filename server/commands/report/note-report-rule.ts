import type { ReportKey } from '@/server/domain/subject';
import { type CommandContext, runCommand } from '../command';
import { keepRuleNote } from '../rule-notes';
import { requireReport } from './report-access';

/**
 * Says that a rule is wrong, on a finding of a report; otherwise as `noteRule`.
 *
 * @throws Refused not_found, forbidden, invalid (no such rule, nothing said)
 */
export async function noteReportRule(context: CommandContext, input: ReportKey & { rule: string; text: string }): Promise<{ id: string }> {
  return runCommand(context, 'rule.note', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'rule.note');
    return keepRuleNote(tx, context, { ownerType: 'report', ownerId: report.id }, input);
  });
}
