import { findYear, listReportNotes, upsertReportNote } from '@/db/store';
import { type CellId, getFormat } from '@/server/domain/formats';
import { maxRemarkCharacters, type RemarkProblem, remarkProblem } from '@/server/domain/report/notes';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import type { SavedText } from '../saved-text';
import { requireReport } from './report-access';

/**
 * Saves what is printed behind a figure, against the version it was based on. An empty text takes it away.
 *
 * @throws Refused not_found, forbidden, invalid (no printed cell, too long, several lines, no words)
 */
export async function saveCellRemark(
  context: CommandContext,
  input: ReportKey & { cell: CellId; text: string; baseVersion: number },
): Promise<SavedText> {
  return runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.edit');
    const year = await findYear(tx, input.year);
    if (!year) throw notFound();
    const text = input.text.trim();
    const problem = remarkProblem(getFormat(year.format, year.rowVariant), input.cell, text);
    if (problem) throw new Refused('invalid', problems[problem]);
    const stored = (await listReportNotes(tx, report.id)).find((note) => note.place === input.cell);
    const version = stored?.version ?? 0;
    if ((stored?.text ?? '') === text) return { outcome: 'same', version };
    if (stored && version !== input.baseVersion)
      return { outcome: 'conflict', version, text: stored.text, savedBy: stored.savedBy, savedAt: stored.savedAt.toISOString() };
    const savedAt = context.now();
    await upsertReportNote(tx, report.id, { place: input.cell, text, version: version + 1, savedBy: context.actor.userId, savedAt });
    tx.record('report.note_saved', { place: input.cell, before: stored?.text ?? '', after: text });
    return { outcome: 'saved', version: version + 1 };
  });
}

const problems: Record<RemarkProblem, { zh: string; en: string }> = {
  no_such_cell: {
    zh: '年报的表格里没有这个数据格，未保存。请刷新页面后重新选择。',
    en: 'The tables of the report have no such cell. Nothing was saved; reload the page and choose a cell again.',
  },
  too_long: {
    zh: `文字太长，未保存：格内备注最多 ${maxRemarkCharacters} 字。较长的说明请写成表下附注。`,
    en: `Too long, nothing was saved: a remark in a cell has at most ${maxRemarkCharacters} characters. Put more into the note below the table.`,
  },
  several_lines: {
    zh: '格内备注只能写一行，未保存。请去掉换行。',
    en: 'A remark in a cell is one line. Nothing was saved; take out the line breaks.',
  },
  only_a_number: {
    zh: '格内备注须有文字，如“其中修订16件”；只有数字会被误读成另一个数，未保存。',
    en: 'A remark in a cell needs words, such as “其中修订16件”: a bare number would be read as another figure. Nothing was saved.',
  },
};
