import { listComments, resolveComments } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';

/**
 * Resolves the thread that a comment stands in. Doing it again changes nothing.
 *
 * @param input.commentId the newest comment that was seen, so that nobody resolves what was said meanwhile
 * @throws Refused not_found, forbidden, conflict (something was said since)
 */
export async function resolveThread(context: CommandContext, input: { filingId: string; commentId: string }): Promise<void> {
  await runCommand(context, 'filing.comment', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.comment');
    const comments = await listComments(tx, filing.id);
    const seen = comments.find((comment) => comment.id === input.commentId);
    if (!seen) throw notFound();
    const thread = comments.filter((comment) => comment.anchor === seen.anchor);
    const newest = thread.at(-1);
    if (newest && newest.id !== seen.id && newest.resolvedAt === null)
      throw new Refused('conflict', {
        zh: '这里又有新的留言，请看过再了结。',
        en: 'Something was said here since. Read it before you resolve the thread.',
      });
    if (thread.every((comment) => comment.resolvedAt !== null)) return;
    await resolveComments(tx, { filingId: filing.id, anchor: seen.anchor, by: context.actor.userId, at: context.now() });
    tx.record('comment.resolved', { id: seen.id, anchor: seen.anchor });
  });
}
