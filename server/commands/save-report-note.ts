import { findYear, listReportNotes, upsertReportNote } from '@/db/store';
import { getFormat } from '@/server/domain/formats';
import { mostNoteCharacters, mostRemarkCharacters, type NoteProblem, noteProblem } from '@/server/domain/report/notes';
import { Refused } from '@/server/errors';
import { type CommandContext, notFound, runCommand } from './command';
import { type ReportKey, requireReport } from './report-access';
import type { SavedText } from './save-filing-text';

/**
 * Saves what is printed below a table or behind a figure, against the version it was based on. An empty text takes it away.
 *
 * @param input.place a table id or a printed cell
 * @throws Refused not_found, forbidden, invalid (no such place, too long, a remark of several lines or without words)
 */
export async function saveReportNote(
  context: CommandContext,
  input: ReportKey & { place: string; text: string; baseVersion: number },
): Promise<SavedText> {
  return runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.edit');
    const year = await findYear(tx, input.year);
    if (!year) throw notFound();
    const text = input.text.trim();
    const problem = noteProblem(getFormat(year.format, year.rowVariant), input.place, text);
    if (problem) throw new Refused('invalid', problems[problem]);
    const stored = (await listReportNotes(tx, report.id)).find((note) => note.place === input.place);
    const version = stored?.version ?? 0;
    if ((stored?.text ?? '') === text) return { outcome: 'same', version };
    if (stored && version !== input.baseVersion)
      return { outcome: 'conflict', version, text: stored.text, savedBy: stored.savedBy, savedAt: stored.savedAt.toISOString() };
    const savedAt = context.now();
    await upsertReportNote(tx, report.id, { place: input.place, text, version: version + 1, savedBy: context.actor.userId, savedAt });
    tx.record('report.note_saved', { place: input.place, before: stored?.text ?? '', after: text });
    return { outcome: 'saved', version: version + 1 };
  });
}

const problems: Record<NoteProblem, { zh: string; en: string }> = {
  no_such_place: {
    zh: '年报的表格里没有这个位置，未保存。请刷新页面后重新选择表格或数据格。',
    en: 'The tables of the report have no such place. Nothing was saved; reload the page and choose a table or a cell again.',
  },
  too_long: {
    zh: `文字太长，未保存：表下附注最多 ${mostNoteCharacters} 字，格内备注最多 ${mostRemarkCharacters} 字。较长的说明请写进正文。`,
    en: `Too long, nothing was saved: a note below a table has at most ${mostNoteCharacters} characters, a remark in a cell ${mostRemarkCharacters}. Put more into the text.`,
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
