import type { StoredIndicator, Unit } from '@/db/store';
import { nameKey } from '@/server/domain/units';
import { isFiler } from './report-units';

/** new: it can be carried. there: the year has it. differs: the year has another one of that key, or whose name looks alike. nobody: who is asked has closed. */
export type CarryState = 'new' | 'there' | 'differs' | 'retired' | 'nobody';

/**
 * What would become of each indicator of the year before; units that no longer file are left out of who is asked. Names that look alike
 * are one name, also of two that the year before let stand side by side: only the first of them is carried.
 */
export function indicatorsToCarry(
  before: readonly StoredIndicator[],
  standing: readonly StoredIndicator[],
  units: readonly Unit[],
): { indicator: StoredIndicator; state: CarryState }[] {
  const filers = new Set(units.filter((unit) => isFiler(unit) && unit.closesOn === null).map((unit) => unit.id));
  const taken = [...standing];
  return before.map((one) => {
    const askedOf = one.askedOf?.filter((id) => filers.has(id)) ?? null;
    const known = taken.find((other) => other.key === one.key) ?? taken.find((other) => nameKey(other.name) === nameKey(one.name));
    const state = carryState(one, known, askedOf);
    if (state === 'new') taken.push(one);
    return { indicator: { ...one, askedOf }, state };
  });
}

function carryState(one: StoredIndicator, known: StoredIndicator | undefined, askedOf: readonly string[] | null): CarryState {
  if (one.retiredAt !== null) return 'retired';
  if (!known) return askedOf?.length === 0 ? 'nobody' : 'new';
  const isSame = known.key === one.key && measures.every((fact) => known[fact] === one[fact]);
  return isSame ? 'there' : 'differs';
}

/** What must agree for two years' figures of a key to be the same thing. */
const measures = ['unit', 'addsUp', 'overUnits', 'exactness'] as const;
