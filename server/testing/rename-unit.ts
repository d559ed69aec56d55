import { updateUnit } from '@/db/store';
import type { CommandTx } from '@/server/commands/command';

/** Renames a unit whatever was filed under its name, and tells it as an act would: what nobody tells, nobody who keeps a page hears. */
export async function renameUnit(tx: CommandTx, unitId: string, name: string): Promise<void> {
  await updateUnit(tx, unitId, { name });
  const object = { type: 'unit', id: unitId, unitId, period: null } as const;
  tx.record('unit.changed', { before: {}, after: { name } }, { object });
}
