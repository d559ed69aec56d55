import { decideReportSuggestion, listReportSuggestions, type ReportSuggestion } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import type { CommandContext, CommandTx } from '../command';

/** @throws Refused not_found, conflict (it is decided already) */
export async function requireOpenSuggestion(tx: CommandTx, reportId: string, id: string): Promise<ReportSuggestion> {
  const suggestion = (await listReportSuggestions(tx, reportId)).find((one) => one.id === id);
  if (!suggestion) throw notFound();
  if (suggestion.decision !== null)
    throw new Refused('conflict', {
      zh: '这条建议已经有了结果，请刷新页面查看。',
      en: 'This suggestion has been decided already. Reload to see how.',
    });
  return suggestion;
}

/** Writes how a suggestion ended, with its event. */
export async function decideSuggestion(
  tx: CommandTx,
  context: CommandContext,
  { reportId, id, key }: ReportSuggestion,
  { decision, text }: { decision: NonNullable<ReportSuggestion['decision']>; text: string },
): Promise<void> {
  const decided = { decision, decidedBy: context.actor.userId, decidedAt: context.now(), decisionText: text };
  await decideReportSuggestion(tx, { reportId, id }, decided);
  tx.record('report.suggestion_decided', { id, key, decision, text });
}
