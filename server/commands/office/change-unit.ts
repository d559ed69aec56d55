import { findUnit, isNamedInRecord, listUnits, type Unit, updateUnit } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireUnitName } from './unit-name';

export type UnitChange = Partial<Pick<Unit, 'name' | 'kind' | 'powers' | 'opensOn' | 'needsSignOff'>>;

/**
 * Changes a unit's facts. A name is corrected here only while nothing was submitted or finalised under it; a unit that is renamed
 * closes, and a new one succeeds it, so that nothing in the history changes its name.
 *
 * @throws Refused not_found, forbidden, invalid
 */
export async function changeUnit(context: CommandContext, input: { unitId: string; change: UnitChange }): Promise<void> {
  await runCommand(context, 'unit.manage', async (tx) => {
    const unit = await findUnit(tx, input.unitId);
    if (!unit) throw notFound();
    tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: null });
    requirePermission(context.actor, 'unit.manage', { unitPath: unit.path, status: null });
    const others = (await listUnits(tx)).filter((other) => other.id !== unit.id).map((other) => other.name);
    const change = input.change.name === undefined ? input.change : { ...input.change, name: requireUnitName(input.change.name, others) };
    const keys = (Object.keys(change) as (keyof UnitChange)[]).filter((key) => change[key] !== undefined);
    if (keys.length === 0) return;
    if (change.name !== undefined && change.name !== unit.name && (await isNamedInRecord(tx, unit.id))) throw renamed(unit.name);
    await updateUnit(tx, unit.id, change);
    tx.record('unit.changed', { before: Object.fromEntries(keys.map((key) => [key, unit[key]])), after: { ...change } });
  });
}

function renamed(name: string): Refused {
  return new Refused('invalid', {
    zh: `“${name}”已用这个名称报送或者定稿，名称不能再改。如单位更名，请用“撤并、更名”：旧单位撤销，由新名称的单位承接。`,
    en: `Figures were submitted or finalised as "${name}", so the name stays. If the unit is renamed, use "Close, merge or rename": the old unit closes and one with the new name succeeds it.`,
  });
}
