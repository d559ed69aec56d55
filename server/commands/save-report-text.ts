import { listReportTexts, upsertReportText } from '@/db/store';
import type { TextKey } from '@/server/domain/formats';
import { type CommandContext, runCommand } from './command';
import { type ReportKey, requireReport } from './report-access';
import { requireTextLength, type SavedText } from './save-filing-text';

const mostCharacters = 100_000;

/** Saves one text of a report against the version it was based on. @throws Refused not_found, forbidden, invalid */
export async function saveReportText(
  context: CommandContext,
  input: ReportKey & { key: TextKey; text: string; baseVersion: number },
): Promise<SavedText> {
  return runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.edit');
    requireTextLength(input.text, mostCharacters);
    const stored = (await listReportTexts(tx, report.id)).find((text) => text.key === input.key);
    const version = stored?.version ?? 0;
    if ((stored?.text ?? '') === input.text) return { outcome: 'same', version };
    if (stored && version !== input.baseVersion)
      return { outcome: 'conflict', version, text: stored.text, savedBy: stored.savedBy, savedAt: stored.savedAt.toISOString() };
    await upsertReportText(tx, report.id, {
      key: input.key,
      text: input.text,
      version: version + 1,
      savedBy: context.actor.userId,
      savedAt: context.now(),
    });
    tx.record('report.text_saved', { key: input.key, before: stored?.text ?? '', after: input.text, version: version + 1 });
    return { outcome: 'saved', version: version + 1 };
  });
}
