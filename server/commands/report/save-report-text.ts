import { findSavedText, type ReportText } from '@/db/store';
import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { mergeTexts } from '@/server/domain/writing';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findReportText, keepReportText } from './keep-report-text';
import { reportLock, requireReport } from './report-access';

/**
 * merged: others changed other paragraphs since, and `text` holds both. conflict: a paragraph was changed by both; nothing was saved,
 * `text` is theirs and `base` what both began with, so that the screen can show paragraph by paragraph.
 */
export type SavedReportText =
  | { outcome: 'saved' | 'same'; version: number }
  | { outcome: 'merged'; version: number; text: string }
  | { outcome: 'conflict'; version: number; text: string; base: string; savedBy: string; savedAt: string };

/**
 * Saves one text of a report against the version it was based on, together with what others saved since in other paragraphs.
 *
 * @throws Refused not_found, forbidden, invalid
 */
export async function saveReportText(
  context: CommandContext,
  input: ReportKey & { key: ProseKey; text: string; baseVersion: number },
): Promise<SavedReportText> {
  return runCommand(context, { act: 'report.edit', only: reportLock(input) }, async (tx) => {
    const { unitId, year, scope, key, text } = input;
    const report = await requireReport(tx, context, { unitId, year, scope }, 'report.edit');
    const stored = await findReportText(tx, report, key);
    const version = stored?.version ?? 0;
    if ((stored?.text ?? '') === text) return { outcome: 'same', version };
    if (!stored || version === input.baseVersion) {
      const kept = await keepReportText(tx, context, { report, key, stored, text });
      return { outcome: 'saved', version: kept.version };
    }
    const base = await baseText(tx, report.id, input);
    const merged = mergeTexts({ base, mine: text, theirs: stored.text }).text;
    if (merged === null) return conflict(stored, base);
    if (merged === stored.text) return { outcome: 'merged', version, text: merged };
    const kept = await keepReportText(tx, context, { report, key, stored, text: merged });
    return { outcome: 'merged', version: kept.version, text: merged };
  });
}

function conflict(stored: ReportText, base: string): SavedReportText {
  const { version, text, savedBy, savedAt } = stored;
  return { outcome: 'conflict', version, text, base, savedBy, savedAt: savedAt.toISOString() };
}

/** Without a base every paragraph that differs is in conflict. */
async function baseText(tx: CommandTx, reportId: string, { key, baseVersion }: { key: ProseKey; baseVersion: number }): Promise<string> {
  return (baseVersion === 0 ? null : await findSavedText(tx, { reportId, key, version: baseVersion })) ?? '';
}
