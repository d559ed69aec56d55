import type { StoredIndicator, Unit } from '@/db/store';
import { isFiler } from './report-units';

/** new: it can be carried. there: the year has it. differs: the year has another one of that key or name. nobody: who is asked has closed. */
export type CarryState = 'new' | 'there' | 'differs' | 'retired' | 'nobody';

/** What would become of each indicator of the year before; units that no longer file are left out of who is asked. */
export function indicatorsToCarry(
  before: readonly StoredIndicator[],
  standing: readonly StoredIndicator[],
  units: readonly Unit[],
): { indicator: StoredIndicator; state: CarryState }[] {
  const filers = new Set(units.filter((unit) => isFiler(unit) && unit.closesOn === null).map((unit) => unit.id));
  return before.map((one) => {
    const askedOf = one.askedOf?.filter((id) => filers.has(id)) ?? null;
    const known = standing.find((other) => other.key === one.key || other.name === one.name);
    return { indicator: { ...one, askedOf }, state: carryState(one, known, askedOf) };
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
