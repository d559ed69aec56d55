import type { CorrectionSlip, Unit } from '@/db/store';
import { mayDecideSlip } from '@/server/domain/corrections';
import { Refused } from '@/server/errors';
import { slipWriters } from '@/server/views/slip-writers';
import { loadUnitBooks } from '@/server/views/unit-books';
import type { CommandContext, CommandTx } from '../command';
import { requireInQuarters, requireSeenSlip, requireSlip } from './slip-access';

/** A slip the unit has signed, once the actor may decide on it. @throws Refused not_found, forbidden, wrong_status, conflict, own_work */
export async function requireSignedSlip(
  tx: CommandTx,
  context: CommandContext,
  input: { slipId: string; version: number },
): Promise<{ slip: CorrectionSlip; unit: Unit }> {
  const { slip, unit } = await requireSlip(tx, input.slipId);
  await requireInQuarters(
    { tx, actor: context.actor },
    { action: 'slip.decide', unit, books: await loadUnitBooks(tx, unit, slip.year, context.overlay), of: slip },
  );
  requireSeenSlip(slip, { status: ['signed'], version: input.version });
  if (!mayDecideSlip(context.actor.userId, await slipWriters(tx, slip)))
    throw new Refused('own_work', {
      zh: '这张更正单是您写的或签的，须由他人签署。',
      en: 'You wrote or signed this slip; another person has to decide on it.',
    });
  return { slip, unit };
}
