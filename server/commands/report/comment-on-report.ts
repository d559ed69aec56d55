import { insertReportComment, listReportComments } from '@/db/store';
import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { maxSaidCharacters } from '@/server/domain/workflow';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { requireReport } from './report-access';

const maxOfQuote = 5_000;

/**
 * Says something about words of a report's text, or answers what was said. It obliges nobody and is no part of the report; a resolved
 * thread is open again with it. The words are kept as they are now: when they change, the comment still says what it was about.
 *
 * @param input.repliesTo the comment that began the thread; null begins one, about `quote`
 * @throws Refused not_found, forbidden, invalid (nothing said, too long)
 */
export async function commentOnReport(
  context: CommandContext,
  input: ReportKey & { key: ProseKey; quote: string; repliesTo: string | null; text: string },
): Promise<{ id: string }> {
  return runCommand(context, 'report.comment', async (tx) => {
    const { unitId, year, scope, key } = input;
    const report = await requireReport(tx, context, { unitId, year, scope }, 'report.comment');
    const begun = input.repliesTo === null ? null : (await listReportComments(tx, report.id)).find((one) => one.id === input.repliesTo);
    if (begun === undefined || (begun !== null && begun.repliesTo !== null)) throw notFound();
    const text = requireText(input.text, maxSaidCharacters);
    const quote = begun ? begun.quote : input.quote.slice(0, maxOfQuote);
    const id = context.newId();
    const written = { writtenBy: context.actor.userId, writtenAt: context.now() };
    await insertReportComment(tx, {
      id,
      reportId: report.id,
      key: begun?.key ?? key,
      quote,
      repliesTo: begun?.id ?? null,
      text,
      ...written,
    });
    tx.record('report.commented', { id, key: begun?.key ?? key, quote, text });
    return { id };
  });
}
