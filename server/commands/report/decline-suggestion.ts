import type { ReportKey } from '@/server/domain/subject';
import { maxSaidCharacters } from '@/server/domain/workflow';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { keyOf, requireReport } from './report-access';
import { decideSuggestion, requireOpenSuggestion } from './suggestion-access';

/** Leaves a suggestion out, with a reason for its author. @throws Refused not_found, forbidden, invalid (no reason), conflict */
export async function declineSuggestion(context: CommandContext, input: ReportKey & { suggestionId: string; text: string }): Promise<void> {
  await runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, keyOf(input), 'report.edit');
    const suggestion = await requireOpenSuggestion(tx, report.id, input.suggestionId);
    await decideSuggestion(tx, context, suggestion, { decision: 'declined', text: requireText(input.text, maxSaidCharacters) });
  });
}
