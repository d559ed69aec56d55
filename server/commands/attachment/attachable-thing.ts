import type { AttachmentPlace } from '@/server/domain/attachments';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type AttachmentThing, findAttachmentThing } from '@/server/views/attachment-thing';
import type { CommandContext, CommandTx } from '../command';
import { requireFiling } from '../filing/filing-access';
import { requireContribution } from '../report/contribution-access';
import { requireReport } from '../report/report-access';

/**
 * What a file is put on or taken from, locked, once the actor may write the thing itself now: an explanation while the quarter is the unit's to
 * fill in, an answer until the request is withdrawn, a fact until it is retired.
 *
 * @throws Refused not_found, forbidden, wrong_status
 */
export async function requireAttachable(tx: CommandTx, context: CommandContext, place: AttachmentPlace): Promise<AttachmentThing> {
  const thing = await findAttachmentThing(tx, place);
  if (!thing) throw notFound();
  if (thing.of === 'filing') await requireFiling(tx, context, thing.ownerId, 'filing.explain');
  else if (thing.of === 'contribution') await requireContribution(tx, context, place.aboutId, 'contribution.answer');
  else {
    const { unitId, year, scope } = thing.report;
    await requireReport(tx, context, { unitId, year, scope }, place.about === 'fact' ? 'report.edit' : 'report.explain');
    if (thing.isRetired)
      throw new Refused('wrong_status', {
        zh: '这项本地事实已经停用，附件不再改动。刷新页面即可。',
        en: 'This local fact was retired, and its files stay as they are. Reload the page.',
      });
  }
  return thing;
}
