import { findUnit, findYear } from '@/db/store';
import type { CellId } from '@/server/domain/formats';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { writeOpenings } from './write-openings';

/**
 * The opening balances of a unit for a year, entered by the admin with a reason: where there is no previous closing in the
 * system, or it is superseded by a published correction (F7).
 *
 * @throws Refused not_found, forbidden, wrong_status (the first quarter is with the office already), invalid (not an opening cell, unreadable, no reason),
 *   conflict (somebody else set the same opening since it was shown)
 */
export async function setOpenings(
  context: CommandContext,
  input: { unitId: string; year: number; values: readonly { cell: CellId; raw: string; seen?: string | undefined }[]; reason: string },
): Promise<void> {
  await runCommand(context, 'opening.set', async (tx) => {
    const unit = await findUnit(tx, input.unitId);
    const year = await findYear(tx, input.year);
    if (!unit || !year) throw notFound();
    tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: String(input.year) });
    requirePermission(context.actor, 'opening.set', { unitPath: unit.path, status: null });
    await writeOpenings(tx, context, { unitId: unit.id, year, values: input.values, reason: input.reason });
  });
}
