import { confirmCarriedParagraph, listCarriedParagraphs, listReportTexts } from '@/db/store';
import { openParagraphs } from '@/server/domain/carrying';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireReport } from './report-access';

/**
 * Confirms that a paragraph carried from last year still holds, word for word. Confirming again changes nothing.
 *
 * @throws Refused not_found, forbidden, conflict (the paragraph was changed or taken out meanwhile)
 */
export async function confirmCarried(context: CommandContext, input: ReportKey & { paragraphId: string }): Promise<void> {
  await runCommand(context, 'report.edit', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.edit');
    const paragraph = (await listCarriedParagraphs(tx, report.id)).find((one) => one.id === input.paragraphId);
    if (!paragraph) throw notFound();
    if (paragraph.confirmedAt) return;
    const texts = await listReportTexts(tx, report.id);
    const [open] = openParagraphs([{ ...paragraph, isConfirmed: false }], Object.fromEntries(texts.map((text) => [text.key, text.text])));
    if (!open)
      throw new Refused('conflict', {
        zh: '这一段刚刚有改动，不再是沿用的原文，无须确认。请刷新页面。',
        en: 'This paragraph has just been changed; it is no longer what was carried and needs no confirming. Reload the page.',
      });
    const at = context.now();
    await confirmCarriedParagraph(tx, { reportId: report.id, id: paragraph.id }, { confirmedBy: context.actor.userId, confirmedAt: at });
    tx.record('report.carried_confirmed', { id: paragraph.id, key: paragraph.key, fromYear: paragraph.fromYear });
  });
}
