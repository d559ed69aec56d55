export interface TreeUnit {
  id: string;
  parentId: string | null;
}

/** Units in tree order, each below its parent, with its depth; the order among siblings is the list's own. */
export function inTreeOrder<U extends TreeUnit>(units: readonly U[]): { unit: U; depth: number }[] {
  const ids = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, U[]>();
  for (const unit of units) {
    const parentId = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(unit);
    else children.set(parentId, [unit]);
  }
  const below = (parentId: string | null, depth: number): { unit: U; depth: number }[] =>
    (children.get(parentId) ?? []).flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}
