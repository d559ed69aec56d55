import { findUnit, isNamedInRecord, listUnits, type Unit, updateUnit } from '@/db/store';
import { powers as allPowers } from '@/server/domain/formats';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireMergedChange } from './merged-change';
import { requireUnitDay } from './unit-day';
import { requireUnitName } from './unit-name';

export type UnitChange = Partial<Pick<Unit, 'name' | 'kind' | 'powers' | 'opensOn' | 'needsSignOff'>>;

/**
 * Changes a unit's facts. A name is corrected here only while nothing was submitted or finalised under it; a unit that is renamed
 * closes, and a new one succeeds it, so that nothing in the history changes its name.
 *
 * @param input.seen the facts as the form showed them: only what differs from them is changed
 * @throws Refused not_found, forbidden, invalid, conflict (somebody else changed the same fact since)
 */
export async function changeUnit(
  context: CommandContext,
  input: { unitId: string; change: UnitChange; seen?: UnitChange | undefined },
): Promise<void> {
  await runCommand(context, 'unit.manage', async (tx) => {
    await tx.lock('units');
    const unit = await findUnit(tx, input.unitId);
    if (!unit) throw notFound();
    tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: null });
    requirePermission(context.actor, 'unit.manage', { unitPath: unit.path, status: null });
    const { name, kind, powers, opensOn, needsSignOff } = unit;
    const change = await requireMergedChange<Required<UnitChange>>(tx, {
      stored: { name, kind, powers, opensOn, needsSignOff },
      seen: input.seen,
      wanted: input.change,
      event: { kind: 'unit.changed', objectType: 'unit', objectId: unit.id },
      names: factNames,
      print: printFact,
    });
    if (change.opensOn !== undefined) requireUnitDay(context, change.opensOn);
    // Merged from two people's ticks they may stand in any order; they are listed in one.
    if (change.powers !== undefined) change.powers = allPowers.filter((power) => change.powers?.includes(power));
    if (change.name !== undefined)
      change.name = requireUnitName(
        change.name,
        unit.parentId,
        (await listUnits(tx)).filter((other) => other.id !== unit.id),
      );
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

const factNames = {
  name: { zh: '单位全称', en: 'full name' },
  kind: { zh: '类型', en: 'kind' },
  powers: { zh: '职权', en: 'powers' },
  opensOn: { zh: '设立日期', en: 'first day' },
  needsSignOff: { zh: '报送前签字', en: 'signature before submission' },
} satisfies Record<keyof UnitChange, Sentence>;

const kindNames: Record<Unit['kind'], Sentence> = {
  government: { zh: '政府', en: 'government' },
  office: { zh: '办公室', en: 'office' },
  department: { zh: '部门', en: 'department' },
  street: { zh: '街道乡镇', en: 'street or town' },
};

function printFact(fact: keyof UnitChange, value: unknown): Sentence {
  if (fact === 'kind') return kindNames[value as Unit['kind']];
  if (typeof value === 'boolean') return value ? { zh: '需要', en: 'yes' } : { zh: '不需要', en: 'no' };
  return { zh: String(value), en: String(value) };
}
