export interface TreeUnit {
  id: string;
  parentId: string | null;
}

/** Units in tree order, each below its parent, with its depth; the order among siblings is the list's own. */
export function inTreeOrder<U extends TreeUnit>(units: readonly U[]): { unit: U; depth: number }[] {
  const ids = new Set(units.map((unit) => unit.id));
  const roots = units.filter((unit) => unit.parentId === null || !ids.has(unit.parentId));
  const below = (unit: U, depth: number): { unit: U; depth: number }[] => [
    { unit, depth },
    ...units.filter((child) => child.parentId === unit.id).flatMap((child) => below(child, depth + 1)),
  ];
  return roots.flatMap((root) => below(root, 0));
}
