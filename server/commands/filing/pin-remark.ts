import { insertRemarkDraft } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requireUnderReview } from './filing-access';
import { requireRemarkPlaces } from './remark-place';

/**
 * A reviewer pins a remark and does not send it: nobody else sees it before the return, so no event tells of it. The same id a second time
 * changes nothing.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (no words, pinned to nothing)
 */
export async function pinRemark(
  context: CommandContext,
  { filingId, draftId, anchor, text }: { filingId: string; draftId: string; anchor: string; text: string },
): Promise<void> {
  await runCommand(context, 'filing.draft_remark', async (tx) => {
    const filing = await requireUnderReview(tx, context, filingId, 'filing.draft_remark');
    if (text.trim() === '') throw new Refused('invalid', { zh: '请写明批注内容。', en: 'A remark needs words.' });
    await requireRemarkPlaces(tx, filing, [anchor]);
    const { userId: writtenBy } = context.actor;
    await insertRemarkDraft(tx, { id: draftId, filingId: filing.id, anchor, text: text.trim(), writtenBy, writtenAt: context.now() });
  });
}
