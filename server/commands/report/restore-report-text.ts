import { listTextVersions } from '@/db/store';
import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { findReportText, keepReportText } from './keep-report-text';
import { requireReport } from './report-access';

/**
 * Makes an earlier version of a text the newest one. Nothing is deleted: what stood until now stays among the versions.
 *
 * @param input.baseVersion the version that was on the screen
 * @throws Refused not_found, forbidden, conflict (somebody saved since)
 */
export async function restoreReportText(
  context: CommandContext,
  input: ReportKey & { key: ProseKey; version: number; baseVersion: number },
): Promise<{ version: number; text: string }> {
  return runCommand(context, 'report.edit', async (tx) => {
    const { unitId, year, scope, key } = input;
    const report = await requireReport(tx, context, { unitId, year, scope }, 'report.edit');
    const stored = await findReportText(tx, report, key);
    const earlier = (await listTextVersions(tx, { reportId: report.id, key })).find((one) => one.version === input.version);
    if (!stored || !earlier) throw notFound();
    if (stored.version !== input.baseVersion)
      throw new Refused('conflict', {
        zh: '这段文字刚刚又有保存，未恢复。请看过最新的文字再决定。',
        en: 'This text was saved again just now. Nothing was restored; look at the newest text first.',
      });
    if (stored.text === earlier.text) return { version: stored.version, text: stored.text };
    const { version } = await keepReportText(tx, context, { report, key, stored, text: earlier.text, isApart: true });
    tx.record('report.text_restored', { key, restored: earlier.version, version });
    return { version, text: earlier.text };
  });
}
