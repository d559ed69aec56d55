import { listUnits, type Unit } from '@/db/store';
import { notFound, requirePermission } from '@/server/views/access';
import type { CommandContext, CommandTx } from '../command';

/** The office runs the year for the whole tree: the act is asked for at its root. Answers every unit of the tree. */
export async function requireYearManager(
  tx: CommandTx,
  context: CommandContext,
  year: number,
  action: 'year.manage' | 'year.roll_over' = 'year.manage',
): Promise<Unit[]> {
  tx.about({ type: 'year', id: String(year), unitId: null, period: String(year) });
  const units = await listUnits(tx);
  const root = units.find((unit) => unit.parentId === null);
  if (!root) throw notFound();
  requirePermission(context.actor, action, { unitPath: root.path, status: null });
  return units;
}
