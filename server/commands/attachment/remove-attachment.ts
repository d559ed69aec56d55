import { findAttachment, markAttachmentRemoved } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { filesStandUpTo } from '@/server/views/attachment-thing';
import { type CommandContext, runCommand } from '../command';
import { requireAttachable } from './attachable-thing';

/**
 * Takes a file away from what it was attached to; nobody is shown it any more. The event and the bytes stay. A second time changes nothing.
 *
 * @throws Refused not_found, forbidden, wrong_status (also: an edition or a second signature rests on it)
 */
export async function removeAttachment(context: CommandContext, { id }: { id: string }): Promise<void> {
  await runCommand(context, 'attachment.remove', async (tx) => {
    const attachment = await findAttachment(tx, id);
    if (!attachment) throw notFound();
    const thing = await requireAttachable(tx, context, attachment);
    if (attachment.removedAt) return;
    const upTo = await filesStandUpTo(tx, thing);
    if (upTo && attachment.addedAt <= upTo) throw standsBehind();
    await markAttachmentRemoved(tx, id, { removedBy: context.actor.userId, removedAt: context.now() });
    tx.record('attachment.removed', { id, hash: attachment.hash, name: attachment.name });
  });
}

function standsBehind(): Refused {
  return new Refused('wrong_status', {
    zh: '年报已经定稿，或者放行已经会签，当时依据的附件不能移除。如有更正，请另外添加一份。',
    en: 'An edition was finalised, or the exception was countersigned, and this file was there then: it stays. Add another one if something has to be put right.',
  });
}
