import { findUnit } from '@/db/store';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { type Adoption, writeAdoptedEdition } from './adopted-edition';

/**
 * Adopts a published report as that year's edition of a unit, exactly as it was printed: unknown cells stay unknown. Next
 * year's openings and comparisons follow from it.
 *
 * @throws Refused not_found, forbidden
 */
export async function importEdition(
  context: CommandContext,
  input: Adoption & { unitId: string },
): Promise<{ number: number; hash: string }> {
  return runCommand(context, 'report.import', async (tx) => {
    const unit = await findUnit(tx, input.unitId);
    if (!unit) throw notFound();
    requirePermission(context.actor, 'report.import', { unitPath: unit.path, status: null });
    return writeAdoptedEdition(tx, context, unit.id, input);
  });
}
