import { findFiling, updateSlip } from '@/db/store';
import { boundContents, type SlipEffect, type SlipExplanation, slipEffect, unanswered } from '@/server/domain/corrections';
import { Refused } from '@/server/errors';
import { loadUnitBooks } from '@/server/views/unit-books';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { writeExplanation } from '../explanations';
import { filingObject } from '../filing/filing-access';
import { requireReason } from '../require-words';
import { requireAcceptable, requireAnswered } from './acceptable-slip';
import { requireInQuarters, requireSeenSlip, requireSlip } from './slip-access';

/**
 * The unit signs a slip: bound to its version and to the content of every settled quarter it touches, both as they were on the
 * screen. From then on it waits for the office.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (slip or figures changed since they were shown), invalid (no real
 *   reason, a change that cannot stand), obstacles (a touched quarter would break a must-fix rule, or a rule asks about a corrected
 *   figure and nothing is said to it)
 */
export async function signSlip(
  context: CommandContext,
  input: { slipId: string; version: number; seen: Readonly<Record<string, string>>; explanations?: readonly SlipExplanation[] },
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
    await writeAnswers(tx, context, effect, input.explanations ?? []);
    await updateSlip(tx, slip.id, { status: 'signed', seen, signedBy: context.actor.userId, signedAt: context.now() });
    tx.record('slip.signed', { number: slip.number, seen }, { reason: slip.reason });
  });
}

/** A 说明 each, stored with its quarter: it counts once the slip is in force and the quarter holds these values, and is read with them from then on. */
async function writeAnswers(
  tx: CommandTx,
  context: CommandContext,
  effect: SlipEffect,
  explanations: readonly SlipExplanation[],
): Promise<void> {
  const open: ReturnType<typeof unanswered>[number][] = [];
  for (const question of unanswered(effect)) {
    const { quarter, finding } = question;
    const said = explanations.find(
      (one) => one.filingId === quarter.filingId && one.rule === finding.rule && one.boundTo === finding.boundTo,
    );
    const filing = said && (await findFiling(tx, quarter.filingId));
    if (!filing) open.push(question);
    else
      await writeExplanation(tx, context, {
        owner: { ownerType: 'filing', ownerId: filing.id },
        finding,
        text: said.text,
        object: filingObject(filing),
      });
  }
  requireAnswered(open);
}

function sameContents(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
