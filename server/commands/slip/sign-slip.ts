import { updateSlip } from '@/db/store';
import { boundContents, slipEffect } from '@/server/domain/corrections';
import { Refused } from '@/server/errors';
import { loadUnitBooks } from '@/server/views/unit-books';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { requireAcceptable } from './acceptable-slip';
import { requireInQuarters, requireSeenSlip, requireSlip } from './slip-access';

/**
 * The unit signs a slip: bound to its version and to the content of every settled quarter it touches, both as they were on the
 * screen. From then on it waits for the office.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (slip or figures changed since they were shown), invalid (no real
 *   reason, a change that cannot stand), obstacles (a touched quarter would break a must-fix rule)
 */
export async function signSlip(
  context: CommandContext,
  input: { slipId: string; version: number; seen: Readonly<Record<string, string>> },
): Promise<void> {
  await runCommand(context, 'slip.write', async (tx) => {
    const { slip, unit } = await requireSlip(tx, input.slipId);
    const books = await loadUnitBooks(tx, unit, slip.year, context.overlay);
    await requireInQuarters({ tx, actor: context.actor }, { action: 'slip.write', unit, books, of: slip });
    requireSeenSlip(slip, { status: ['draft'], version: input.version });
    requireReason(slip.reason);
    const effect = slipEffect(books, slip, context.overlay);
    requireAcceptable(effect);
    const seen = boundContents(effect);
    if (!sameContents(seen, input.seen))
      throw new Refused('conflict', {
        zh: '您打开这张更正单之后，所涉季度的数据又有变化。请刷新页面，核对后再签署。',
        en: 'The quarters of this slip have changed since it was shown. Reload and look at them again before signing.',
      });
    await updateSlip(tx, slip.id, { status: 'signed', seen, signedBy: context.actor.userId, signedAt: context.now() });
    tx.record('slip.signed', { number: slip.number, seen }, { reason: slip.reason });
  });
}

function sameContents(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
