import type { ReportSuggestion } from '@/db/store';
import type { ReportKey } from '@/server/domain/subject';
import { fitChange, replaceParagraph } from '@/server/domain/writing';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { findReportText, keepReportText } from './keep-report-text';
import { keyOf, requireReport } from './report-access';
import { decideSuggestion, requireOpenSuggestion } from './suggestion-access';

/**
 * Takes a suggestion into the text, live numbers and all.
 *
 * @param input.over the paragraph it takes the place of, where its own has changed since and the writer saw both; else null
 * @throws Refused not_found, forbidden, conflict (decided already; or its paragraph changed, with `over` null or changed again)
 */
export async function takeSuggestion(
  context: CommandContext,
  input: ReportKey & { suggestionId: string; over: string | null },
): Promise<{ version: number }> {
  return runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, keyOf(input), 'report.edit');
    const suggestion = await requireOpenSuggestion(tx, report.id, input.suggestionId);
    const stored = await findReportText(tx, report, suggestion.key);
    const text = textWith(stored?.text ?? '', suggestion, input.over);
    if (text === null)
      throw new Refused('conflict', {
        zh: '这一段在提出建议之后又改过，没有采纳。请对照现在的文字和建议的文字再决定。',
        en: 'This paragraph changed after the suggestion was made, so it was not taken. Compare both and decide.',
      });
    await decideSuggestion(tx, context, suggestion, { decision: 'taken', text: '' });
    if (text === stored?.text) return { version: stored.version };
    return keepReportText(tx, context, { report, key: suggestion.key, stored, text });
  });
}

function textWith(text: string, suggestion: ReportSuggestion, over: string | null): string | null {
  if (over !== null) return replaceParagraph(text, over, suggestion.after);
  const fit = fitChange(text, suggestion);
  return fit.kind === 'fits' ? fit.text : null;
}
