import { findSavedText, insertReportSuggestion } from '@/db/store';
import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { maxSaidCharacters } from '@/server/domain/workflow';
import { proposedChanges } from '@/server/domain/writing';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { findReportText, requireReportTextLength } from './keep-report-text';
import { requireReport } from './report-access';

/**
 * Proposes what an edited text changes, one suggestion a paragraph. The text itself stays as it is.
 *
 * @param input.text the whole text as the person would have it; `baseVersion` is the one it was made of
 * @param input.reason may be empty: a change often speaks for itself
 * @throws Refused not_found, forbidden, invalid (nothing changed, too long)
 */
export async function suggestReportText(
  context: CommandContext,
  input: ReportKey & { key: ProseKey; text: string; baseVersion: number; reason: string },
): Promise<{ ids: string[] }> {
  return runCommand(context, 'report.suggest', async (tx) => {
    const { unitId, year, scope, key } = input;
    const report = await requireReport(tx, context, { unitId, year, scope }, 'report.suggest');
    requireReportTextLength(key, input.text);
    const reason = input.reason.trim() === '' ? '' : requireText(input.reason, maxSaidCharacters);
    const stored = await findReportText(tx, report, key);
    const isNewest = (stored?.version ?? 0) === input.baseVersion;
    const base = isNewest ? (stored?.text ?? '') : await findSavedText(tx, { reportId: report.id, key, version: input.baseVersion });
    if (base === null) throw notFound();
    const changes = proposedChanges(base, input.text);
    if (changes.length === 0)
      throw new Refused('invalid', {
        zh: '还没有改动文字。请先在文字中直接修改，再提出建议。',
        en: 'Nothing is changed yet. Edit the text first, then suggest it.',
      });
    const ids: string[] = [];
    for (const change of changes) {
      const id = context.newId();
      const written = { writtenBy: context.actor.userId, writtenAt: context.now() };
      await insertReportSuggestion(tx, { id, reportId: report.id, key, ...change, reason, ...written });
      tx.record('report.suggested', { id, key, before: change.before, after: change.after, reason });
      ids.push(id);
    }
    return { ids };
  });
}
