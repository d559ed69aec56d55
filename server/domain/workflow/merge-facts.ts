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
  return one === other;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
