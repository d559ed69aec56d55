import { findUnit, insertUnit, lastUnitSort, listUnits, type Unit } from '@/db/store';
import type { Power } from '@/server/domain/formats';
import type { UnitKind } from '@/server/domain/units';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireUnitDay } from './unit-day';
import { requireUnitName } from './unit-name';

export interface NewUnit {
  parentId: string;
  name: string;
  kind: UnitKind;
  powers: readonly Power[];
  opensOn: string;
}

/** Adds a unit below another. @throws Refused not_found, forbidden, invalid (the name is taken, a day that cannot be meant) */
export async function createUnit(context: CommandContext, input: NewUnit): Promise<Unit> {
  return runCommand(context, 'unit.manage', async (tx) => {
    await tx.lock('units');
    const parent = await findUnit(tx, input.parentId);
    if (!parent) throw notFound();
    tx.about({ type: 'unit', id: parent.id, unitId: parent.id, period: null });
    requirePermission(context.actor, 'unit.manage', { unitPath: parent.path, status: null });
    requireUnitDay(context, input.opensOn);
    const name = requireUnitName(input.name, parent.id, await listUnits(tx));
    const id = context.newId();
    const unit: Unit = {
      id,
      parentId: parent.id,
      path: [...parent.path, id],
      name,
      kind: input.kind,
      powers: input.powers,
      sort: (await lastUnitSort(tx)) + 1,
      opensOn: input.opensOn,
      closesOn: null,
      successorId: null,
      needsSignOff: false,
    };
    await insertUnit(tx, unit);
    const { kind, opensOn, powers } = unit;
    tx.record(
      'unit.created',
      { name, parentId: parent.id, kind, opensOn, powers },
      { object: { type: 'unit', id, unitId: id, period: null } },
    );
    return unit;
  });
}
