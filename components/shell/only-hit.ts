import type { UnitChoice, UnitChoices } from '@/server/domain/units';

/** The one unit that is called so, where it is the only one; what may not be chosen is no hit. */
export function onlyHit({ units, of }: UnitChoices, isOffered: (unit: UnitChoice) => boolean = () => true): UnitChoice | null {
  const [hit, ...others] = units.filter(isOffered);
  // More are called so than were sent.
  return hit && others.length === 0 && of <= units.length ? hit : null;
}

/** Where there is one unit to choose, it is chosen; of several none is, since the first of a tree is seldom meant and easily left. */
export function soleUnit({ units, all }: UnitChoices): UnitChoice | null {
  return all === 1 ? (units[0] ?? null) : null;
}
