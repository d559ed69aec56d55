/** Two people changed one fact: what the first saw, what stands now, and what the second wants. */
export interface FactConflict<Facts> {
  fact: keyof Facts & string;
  stored: unknown;
  wanted: unknown;
}

/**
 * What a form changes of a record that somebody else may have changed since it was opened: only the facts that differ from what was
 * seen. Of a list (powers, units that are asked) only what was added and taken away. A fact that both changed, to different values, is a
 * conflict; changed to the same, it is done already.
 *
 * @param of.seen what the form showed; a fact that is absent was not shown and is taken as it is wanted
 * @returns the facts that are to be written
 */
export function mergeFacts<Facts extends object>(of: {
  stored: Facts;
  seen: Partial<Facts>;
  wanted: Partial<Facts>;
}): { change: Partial<Facts>; conflicts: FactConflict<Facts>[] } {
  const change: Partial<Facts> = {};
  const conflicts: FactConflict<Facts>[] = [];
  for (const fact of Object.keys(of.wanted) as (keyof Facts & string)[]) {
    const [stored, seen, wanted] = [of.stored[fact], of.seen[fact], of.wanted[fact]];
    if (wanted === undefined || same(wanted, stored) || (seen !== undefined && same(wanted, seen))) continue;
    if (seen === undefined || same(seen, stored)) change[fact] = wanted;
    else if (isList(stored) && isList(seen) && isList(wanted)) change[fact] = mergeLists(stored, seen, wanted) as Facts[typeof fact];
    else conflicts.push({ fact, stored, wanted });
  }
  return { change, conflicts };
}

/** Lists are sets here: in what order something was ticked says nothing. */
function mergeLists(stored: readonly unknown[], seen: readonly unknown[], wanted: readonly unknown[]): unknown[] {
  const kept = stored.filter((one) => wanted.includes(one) || !seen.includes(one));
  return [...kept, ...wanted.filter((one) => !seen.includes(one) && !stored.includes(one))];
}

function same(one: unknown, other: unknown): boolean {
  if (isList(one) && isList(other)) return one.length === other.length && one.every((item) => other.includes(item));
  if (isRecord(one) && isRecord(other)) return JSON.stringify(one) === JSON.stringify(other);
  return one === other;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** What stands for one thing (a signing step, a number with its evidence) is written with its parts in one order. */
const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * The order of a list that somebody else may have changed since it was seen. Who did not move anything changes no order; what only one of
 * both lists has (added meanwhile, or by the form) stands behind what it stood behind, and at the end if it stood there.
 *
 * @returns the merged order of all that is left; null when both moved things, to different places
 */
export function mergeOrder(of: { stored: readonly string[]; seen: readonly string[]; wanted: readonly string[] }): string[] | null {
  const common = of.seen.filter((key) => of.stored.includes(key) && of.wanted.includes(key));
  const among = (list: readonly string[]) => list.filter((key) => common.includes(key)).join(' ');
  const [stored, seen, wanted] = [among(of.stored), among(of.seen), among(of.wanted)];
  if (stored !== seen && wanted !== seen && stored !== wanted) return null;
  const isGone = (key: string) => of.seen.includes(key) && !common.includes(key);
  const [base, other] = wanted === seen ? [of.stored, of.wanted] : [of.wanted, of.stored];
  const merged = base.filter((key) => !isGone(key));
  for (const [at, key] of other.entries()) {
    if (isGone(key) || merged.includes(key)) continue;
    const before = other.slice(0, at).findLast((one) => merged.includes(one));
    const isLast = !other.slice(at + 1).some((one) => common.includes(one));
    merged.splice(isLast ? merged.length : before === undefined ? 0 : merged.indexOf(before) + 1, 0, key);
  }
  return merged;
}
