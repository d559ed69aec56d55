import { findRemark, insertRemarkReply } from '@/db/store';
import { maxSaidCharacters } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { requireFiling } from './filing-access';

/**
 * Asks or says something under a remark of a return, by either side, until the remark is answered. It is no answer: the remark stays open.
 *
 * @throws Refused not_found, forbidden, conflict (the remark has its answer), invalid (nothing said, too long)
 */
export async function replyToRemark(
  context: CommandContext,
  input: { filingId: string; remarkId: string; text: string },
): Promise<{ id: string }> {
  return runCommand(context, 'filing.comment', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.comment');
    const remark = await findRemark(tx, input.remarkId);
    if (!remark || remark.filingId !== filing.id) throw notFound();
    if (remark.answer !== null)
      throw new Refused('conflict', {
        zh: '这条批注已经答复，不能再讨论。要说的话可以写在单元格旁的留言里。',
        en: 'This remark has its answer and takes no more replies. Write a comment beside the cell instead.',
      });
    const text = requireText(input.text, maxSaidCharacters);
    const id = context.newId();
    await insertRemarkReply(tx, { id, remarkId: remark.id, text, writtenBy: context.actor.userId, writtenAt: context.now() });
    tx.record('remark.replied', { id, remarkId: remark.id, text });
    return { id };
  });
}
