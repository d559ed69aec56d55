import { listReportComments, resolveReportComments } from '@/db/store';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireReport } from './report-access';

/**
 * Resolves the thread a comment stands in. Doing it again changes nothing.
 *
 * @param input.commentId the newest comment that was seen, so that nobody resolves what was said meanwhile
 * @throws Refused not_found, forbidden, conflict (something was said since)
 */
export async function resolveReportThread(context: CommandContext, input: ReportKey & { commentId: string }): Promise<void> {
  await runCommand(context, 'report.comment', async (tx) => {
    const { unitId, year, scope } = input;
    const report = await requireReport(tx, context, { unitId, year, scope }, 'report.comment');
    const comments = await listReportComments(tx, report.id);
    const seen = comments.find((one) => one.id === input.commentId);
    if (!seen) throw notFound();
    const threadId = seen.repliesTo ?? seen.id;
    const thread = comments.filter((one) => one.id === threadId || one.repliesTo === threadId);
    const newest = thread.at(-1);
    if (newest && newest.id !== seen.id && newest.resolvedAt === null)
      throw new Refused('conflict', {
        zh: '这里又有新的留言，请看过再了结。',
        en: 'Something was said here since. Read it before you resolve the thread.',
      });
    if (thread.every((one) => one.resolvedAt !== null)) return;
    await resolveReportComments(tx, { reportId: report.id, thread: threadId, by: context.actor.userId, at: context.now() });
    tx.record('report.comment_resolved', { id: seen.id, key: seen.key, quote: seen.quote });
  });
}
