import { listUnits, type Reader, type Unit } from '@/db/store';
import { type Page, pageOf } from '@/server/domain/paging';
import { isFound, searchWords } from '@/server/domain/searched';
import { type SomeNames, someNames } from '@/server/domain/some-names';
import { inTreeOrder } from '@/server/domain/units';
import type { Actor } from '@/server/views/access';
import { listOfficeUnits } from './office';

/** A unit in the office's list. */
export interface UnitLine extends Pick<Unit, 'id' | 'name' | 'kind' | 'powers' | 'opensOn' | 'closesOn' | 'needsSignOff'> {
  depth: number;
  /** What it stands below, where that is neither on the page nor the top. */
  within: string | null;
  /** Who took it over, by name. */
  successor: string | null;
  /** Whom it took over. */
  predecessors: SomeNames;
}

export interface UnitList {
  units: UnitLine[];
  page: Page;
  search: string;
}

/** A page of the units that the person manages, in tree order, of those that are called so. @throws Refused not_found */
export async function loadUnitList(
  reader: Reader,
  actor: Actor,
  { search = '', page }: { search?: string | undefined; page?: number | undefined } = {},
): Promise<UnitList> {
  const tree = inTreeOrder(await listOfficeUnits(reader, actor));
  const words = searchWords(search);
  const { lines, at } = pageOf(
    tree.filter(({ unit }) => isFound(words, unit.name)),
    page,
  );
  const all = await listUnits(reader);
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const shown = new Set(lines.map(({ unit }) => unit.id));
  const units = lines.map(({ unit, depth }): UnitLine => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    const { id, name, kind, powers, opensOn, closesOn, needsSignOff } = unit;
    return {
      ...{ id, name, kind, powers, opensOn, closesOn, needsSignOff, depth },
      within: parent && depth > 1 && !shown.has(parent.id) ? parent.name : null,
      successor: (unit.successorId !== null && byId.get(unit.successorId)?.name) || null,
      predecessors: someNames(all.flatMap((one) => (one.successorId === unit.id ? [one.name] : []))),
    };
  });
  return { units, page: at, search };
}
