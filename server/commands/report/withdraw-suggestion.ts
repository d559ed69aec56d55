import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { keyOf, requireReport } from './report-access';
import { decideSuggestion, requireOpenSuggestion } from './suggestion-access';

/** Takes one's own suggestion back. @throws Refused not_found (also another person's), forbidden, conflict */
export async function withdrawSuggestion(context: CommandContext, input: ReportKey & { suggestionId: string }): Promise<void> {
  await runCommand(context, 'report.suggest', async (tx) => {
    const report = await requireReport(tx, context, keyOf(input), 'report.suggest');
    const suggestion = await requireOpenSuggestion(tx, report.id, input.suggestionId);
    if (suggestion.writtenBy !== context.actor.userId)
      throw new Refused('own_work', {
        zh: '只有提出建议的人可以撤回它。您可以采纳或不采纳。',
        en: 'Only its author withdraws a suggestion. You may take or decline it.',
      });
    await decideSuggestion(tx, context, suggestion, { decision: 'withdrawn', text: '' });
  });
}
